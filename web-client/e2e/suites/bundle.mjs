// What a browser has to fetch, gzip, by the manifest of the last build: each page with everything it needs, and each part
// that is fetched only when it is used.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const dist = new URL('../../dist/', import.meta.url)
const entry = 'index.html'
const texts = 'src/app/texts.zh.ts'

/** The pages that a party opens before the room; the budget holds for each of them. */
export const beforeTheRoom = ['app/pages/home-page', 'app/pages/apply-page', 'features/accounts/enter-page', 'features/cases/invitation-page', 'app/pages/my-page', 'app/pages/case-page', 'features/settlements/sign-page', 'features/settlements/verify-page']
export const budget = 200 * 1024

export class Bundle {
  manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))
  #weights = new Map()

  /** A chunk and all that it imports at once. */
  needs(key, seen = new Set()) {
    if (seen.has(key)) return seen
    if (!this.manifest[key]) throw new Error(`no such part in the build: ${key}`)
    seen.add(key)
    for (const other of this.manifest[key].imports ?? []) this.needs(other, seen)
    return seen
  }

  /** Bytes of one file, gzip. */
  weight(file) {
    if (!this.#weights.has(file)) this.#weights.set(file, gzipSync(readFileSync(new URL(file, dist))).length)
    return this.#weights.get(file)
  }

  /** Of JavaScript for one page: the entry, the Chinese texts, the page. */
  page(key) {
    return this.sum([entry, texts, key])
  }

  sum(keys, beyond = new Set()) {
    const all = new Set(keys.flatMap((key) => [...this.needs(key)]))
    return [...all].filter((key) => !beyond.has(key)).reduce((total, key) => total + this.weight(this.manifest[key].file), 0)
  }

  /** Style sheets that come with a page. */
  styles(key) {
    const files = new Set([...this.needs(entry), ...this.needs(key)].flatMap((one) => this.manifest[one].css ?? []))
    return [...files].reduce((total, file) => total + this.weight(file), 0)
  }
}

const kB = (bytes) => bytes / 1024
const nameOf = (key) => key.replace(/^src\//, '').replace(/\.tsx?$/, '')

export function bundle(figures) {
  const build = new Bundle()
  const pages = Object.keys(build.manifest).filter((key) => /-page\.tsx$/.test(key) && build.manifest[key].isDynamicEntry)
  const early = new Set(beforeTheRoom.map((page) => `src/${page}.tsx`))
  for (const key of pages.sort((a, b) => Number(early.has(b)) - Number(early.has(a)))) {
    figures.add(`bundle: ${nameOf(key)}, JavaScript with all it needs`, kB(build.page(key)), 'kB', early.has(key) ? kB(budget) : null)
    figures.add(`bundle: ${nameOf(key)}, styles`, kB(build.styles(key)), 'kB')
  }
  const shared = build.needs(entry)
  const lazy = Object.keys(build.manifest).filter((key) => build.manifest[key].isDynamicEntry && !pages.includes(key))
  for (const key of lazy.sort()) figures.add(`bundle: ${nameOf(key)}, fetched when it is used`, kB(build.sum([key], shared)), 'kB')
}
