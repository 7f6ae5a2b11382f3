// The browser tests.
//   npm run e2e -- [--report FILE] [--url URL] [--only TEXT]   plays every *.scene.mjs; FILE gets a CTRF report
//   npm run screens -- [--url URL] [--only TEXT]               small pictures of every page, into docs/screens
// Without --url a service of its own is started (scripts/lib/e2e-service.sh). TEXT: a part of the scenes' names, or of
// the pictures'. A scene that needs what this machine lacks is skipped and said so; for scripts/test that is no pass. A failed scene leaves a picture and the console of each person in .run/test/browser.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ctrf } from './stage/ctrf.mjs'
import { startService } from './stage/service.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const { values: options, positionals: [what = 'e2e'] } = parseArgs({
  allowPositionals: true, options: { report: { type: 'string' }, url: { type: 'string' }, only: { type: 'string' } },
})
const scenes = readdirSync(here).filter((name) => name.endsWith('.scene.mjs')).map((name) => here + name)

async function play() {
  rmSync(new URL('../../.run/test/browser', import.meta.url), { recursive: true, force: true })
  const start = Date.now()
  const tests = []
  const stream = run({ files: scenes, concurrency: 2, forceExit: true, ...(options.only ? { testNamePatterns: [options.only] } : {}) })
  for (const event of ['test:pass', 'test:fail']) stream.on(event, (data) => tests.push({ ...data, passed: event === 'test:pass' }))
  stream.compose(new spec()).pipe(process.stdout)
  await new Promise((resolve, reject) => stream.once('end', resolve).once('error', reject))
  const report = ctrf(tests, start, Date.now())
  if (options.report) {
    mkdirSync(dirname(options.report), { recursive: true })
    writeFileSync(options.report, JSON.stringify(report, null, 2))
  }
  const { summary } = report.results
  for (const { name, status, message } of report.results.tests) if (status === 'skipped') console.log(`skipped: ${name} (${message})`)
  const skipped = summary.skipped > 0 ? `, ${summary.skipped} skipped` : ''
  console.log(`${summary.passed} passed, ${summary.tests - summary.passed - summary.skipped} failed${skipped}, ${((summary.stop - summary.start) / 1000).toFixed(0)} s`)
  return summary.passed + summary.skipped === summary.tests && summary.passed > 0
}

async function pictures() {
  const { takePictures } = await import('./stage/pictures.mjs')
  await takePictures(options.only)
  return true
}

const service = options.url ? { url: options.url, stop: () => {} } : await startService()
process.env.ODR_E2E_URL = service.url
try {
  process.exitCode = (await (what === 'screens' ? pictures() : play())) ? 0 : 1
} finally {
  await service.stop()
}
