// The short form of the killed pages; the long one is `scripts/bench web kills`.
import { scene } from './stage/scene.mjs'
import { Figures } from './suites/figures.mjs'
import { kills } from './suites/kills.mjs'

scene('a killed page loses no draft older than a second and sends nothing twice', async (stage) => {
  await kills(stage, new Figures({ quiet: !process.env.ODR_FIGURES }), { times: 8 })
})
