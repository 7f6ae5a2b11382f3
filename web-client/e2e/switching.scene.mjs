// The short form of going from room to room; the long one is `scripts/bench web switching`.
import { staff } from './stage/cases.mjs'
import { scene } from './stage/scene.mjs'
import { Figures } from './suites/figures.mjs'
import { switching } from './suites/switching.mjs'

scene('whatever way a mediator goes from room to room, each line stands where it was written for', async (stage) => {
  const mediator = await staff(stage, 'wang.mediator', '王和')
  await switching(stage, mediator, new Figures({ quiet: !process.env.ODR_FIGURES }), { times: 40 })
})
