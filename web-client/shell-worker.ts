import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Pages that open without a network, besides the entry and what it always loads. Others are kept once they were opened. */
const pages = [/pages\/(home|my|case|room|apply)-page\.tsx$/, /accounts\/enter-page\.tsx$/, /app\/texts\.(zh|en)\.ts$/, /app\/device\/[\w-]+\.tsx?$/]
const others = ['/seal.svg', '/manifest.webmanifest', '/icon-192.png']

/** Builds `sw.js`: the worker with the addresses of this build, and a version that changes with any of them. */
export function shellWorker(): Plugin {
  return {
    name: 'shell-worker',
    apply: 'build',
    enforce: 'post', // chunks that hold nothing but styles are gone by then
    generateBundle: { order: 'post', handler(_, bundle) {
      const files = new Set<string>()
      const add = (name: string) => {
        const chunk = bundle[name]
        if (chunk?.type !== 'chunk' || files.has(name)) return
        files.add(name)
        for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css)
        chunk.imports.forEach(add)
      }
      for (const [name, chunk] of Object.entries(bundle))
        if (chunk.type === 'chunk' && (chunk.isEntry || pages.some((page) => page.test(chunk.facadeModuleId ?? '')))) add(name)
      const shell = [...others, ...[...files].sort().map((name) => `/${name}`)]
      const worker = readFileSync(new URL('worker/worker.js', import.meta.url), 'utf8')
      const list = JSON.stringify(shell)
      const version = createHash('sha256').update(worker).update(list).digest('hex').slice(0, 12)
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: worker.replace('__VERSION__', version).replace('__SHELL__', list) })
    } },
  }
}
