// Fails when a page that a party opens before the room needs more than 200 kB of JavaScript (gzip).
// Prints what each such page weighs. Reads the manifest of the last build.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const limit = 200 * 1024
const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))
const entry = 'index.html'
const before = ['app/pages/home-page', 'app/pages/apply-page', 'features/accounts/enter-page', 'features/cases/invitation-page', 'app/pages/my-page', 'app/pages/case-page', 'features/settlements/sign-page', 'features/settlements/verify-page']

function files(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const other of manifest[key]?.imports ?? []) files(other, seen)
  return seen
}

const weight = (keys) => [...keys].reduce((sum, key) => sum + gzipSync(readFileSync(new URL(manifest[key].file, dist))).length, 0)

let heaviest = 0
for (const page of before) {
  const key = `src/${page}.tsx`
  if (!manifest[key]) throw new Error(`no such page in the build: ${key}`)
  const keys = new Set([...files(entry), ...files(key), ...files('src/app/texts.zh.ts')])
  const bytes = weight(keys)
  heaviest = Math.max(heaviest, bytes)
  console.log(`${(bytes / 1024).toFixed(1).padStart(7)} kB  ${page}`)
  if (bytes > limit) process.exitCode = 1
}
if (process.exitCode) console.error(`over the budget of ${limit / 1024} kB: ${(heaviest / 1024).toFixed(1)} kB`)
