// Fails when a page that a party opens before the room needs more than 200 kB of JavaScript (gzip).
// Prints what each such page weighs. Reads the manifest of the last build.
import { beforeTheRoom, budget, Bundle } from './suites/bundle.mjs'

const build = new Bundle()
let heaviest = 0
for (const page of beforeTheRoom) {
  const bytes = build.page(`src/${page}.tsx`)
  heaviest = Math.max(heaviest, bytes)
  console.log(`${(bytes / 1024).toFixed(1).padStart(7)} kB  ${page}`)
}
if (heaviest > budget) {
  console.error(`over the budget of ${budget / 1024} kB: ${(heaviest / 1024).toFixed(1)} kB`)
  process.exitCode = 1
}
