// The short form of going and coming; the long one is `scripts/bench web freeze`.
import { scene } from './stage/scene.mjs'
import { Figures } from './suites/figures.mjs'
import { freeze, kinds } from './suites/freeze.mjs'

scene('a page that was frozen, hidden, offline or out of reach is in sync within three seconds of its return', async (stage) => {
  await freeze(stage, new Figures({ quiet: !process.env.ODR_FIGURES }), { cycles: 3 * kinds.length, longest: 600 })
})
