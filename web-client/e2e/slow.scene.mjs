// The short form of the slow line; the figures are those of `scripts/bench web slow`.
import assert from 'node:assert/strict'
import { scene } from './stage/scene.mjs'
import { Figures } from './suites/figures.mjs'
import { slow } from './suites/slow.mjs'

scene('an old phone on 3G: invitation, case, room, a line on the record', async (stage) => {
  const took = await slow(stage, new Figures({ quiet: !process.env.ODR_FIGURES }), { times: 3 })
  for (const [step, ms] of Object.entries(took)) assert.ok(ms < 20_000, `${step} took ${Math.round(ms)} ms`)
})
