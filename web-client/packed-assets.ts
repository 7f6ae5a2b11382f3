import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const worth = /\.(js|css|svg)$/

/** Beside each asset the same packed as small as it gets: the service sends that one, and need not pack it anew for everybody. */
export function packedAssets(): Plugin {
  let folder = ''
  return {
    name: 'packed-assets',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir, build.assetsDir)
    },
    closeBundle: {
      order: 'post',
      handler() {
        for (const name of readdirSync(folder).filter((one) => worth.test(one))) {
          const file = join(folder, name)
          const plain = readFileSync(file)
          writeFileSync(`${file}.br`, brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }))
          writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }))
        }
      },
    },
  }
}
