// The figures of the pages: what each entry weighs, and the long forms of the browser's suites.
//   npm run bench -- [bundle|eight|freeze|kills|switching|slow]... [--json] [--minutes N] [--times N] [--seed N] [--url URL]
// Started by scripts/bench web, which says more. Every suite has a service of its own unless there is a URL.
import { parseArgs } from 'node:util'
import { bundle } from './suites/bundle.mjs'
import { Figures } from './suites/figures.mjs'
import { startService } from './stage/service.mjs'

const { values: options, positionals } = parseArgs({
  allowPositionals: true, options: { json: { type: 'boolean', default: false }, minutes: { type: 'string', default: '30' }, times: { type: 'string' }, seed: { type: 'string', default: '1' }, url: { type: 'string' } },
})
const figures = new Figures({ json: options.json })
const seed = Number(options.seed)
const times = (otherwise) => Number(options.times ?? otherwise)

const long = {
  eight: async (stage, { staff }) => (await import('./suites/eight.mjs')).eight(stage, await staff(stage, 'wang.mediator', '王和'), figures, { seconds: Number(options.minutes) * 60, every: 60 }),
  freeze: async (stage) => (await import('./suites/freeze.mjs')).freeze(stage, figures, { cycles: times(500), longest: 2_000, outlast: 12, seed }),
  kills: async (stage) => (await import('./suites/kills.mjs')).kills(stage, figures, { times: times(200), seed }),
  switching: async (stage, { staff }) => (await import('./suites/switching.mjs')).switching(stage, await staff(stage, 'wang.mediator', '王和'), figures, { times: times(1_000), seed }),
  slow: async (stage) => {
    const { lines, slow } = await import('./suites/slow.mjs')
    for (const line of Object.keys(lines)) await slow(stage, figures, { line, times: times(20) })
  },
}

async function play(name) {
  const service = options.url ? { url: options.url, stop: () => {} } : await startService()
  process.env.ODR_E2E_URL = service.url
  const { closeBrowser, run, Stage } = await import('./stage/stage.mjs')
  const stage = new Stage()
  stage.url = service.url
  try {
    await long[name](stage, await import('./stage/cases.mjs'))
    stage.mustBeQuiet()
  } catch (error) {
    await stage.keep(`${run}bench/web-${name}`)
    console.error(`${name}: ${error.message}`)
    process.exitCode = 1
  } finally {
    await stage.close()
    await closeBrowser()
    await service.stop()
  }
}

const named = positionals.length > 0 ? positionals : ['bundle']
for (const name of named) {
  if (name !== 'bundle' && !(name in long)) throw new Error(`no such figures: ${name}; there are bundle, ${Object.keys(long).join(', ')}`)
}
for (const name of named) {
  if (name === 'bundle') bundle(figures)
  else await play(name)
}
process.exit() // a browser that does not go by itself must not keep us
