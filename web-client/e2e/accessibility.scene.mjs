// Every page that a party passes, on a phone, in each of its looks: axe finds nothing serious, nothing runs over the
// edge, 长辈版 keeps its measures; and on an English page stands no Chinese.
import assert from 'node:assert/strict'
import { axeFaults } from './stage/axe.mjs'
import { chineseOn } from './stage/chinese.mjs'
import { devices, looks, wear } from './stage/looks.mjs'
import { elderFaults, overTheEdge } from './stage/measures.mjs'
import { scene } from './stage/scene.mjs'
import { startService } from './stage/service.mjs'
import { prepare, walk } from './stage/walk.mjs'
import { prepareOn } from './stage/walk-cases.mjs'
import { walkOn } from './stage/walk-on.mjs'
import { walkStaff } from './stage/walk-staff.mjs'
import { walkStaffStates, walkStates } from './stage/walk-states.mjs'

// Eight rooms at once on a mediator's desk: his words are as large as everybody's, what he clicks may be lower than a party's 60 px.
const consoleTarget = 40

/** In each look what is wrong, each line led by page and look; the first look is looked at whole. */
const inEachLook = (faults) => async (name, who) => {
  for (const look of looks) {
    await wear(who, look)
    const found = [...await axeFaults(who.page, { onlyLook: look !== looks[0] }), ...await overTheEdge(who.page), ...(look.size === 'elder' ? await elderFaults(who.page, name.startsWith('console') ? consoleTarget : undefined) : [])]
    faults.push(...found.map((fault) => `${name} ${look.theme} ${look.size}: ${fault}`))
  }
  await wear(who, looks[0])
  if (who.device !== 'phone') return
  const { width, height } = who.page.viewportSize()
  await who.page.setViewportSize({ width: 320, height: 640 })
  faults.push(...(await overTheEdge(who.page)).map((fault) => `${name} at 320 px: ${fault}`))
  await who.page.setViewportSize({ width, height })
}

/** On an English page, in the usual look. */
const inEnglish = (faults) => async (name, who) => {
  const found = [...(await chineseOn(who)).map((text) => `Chinese: ${text}`), ...await axeFaults(who.page), ...await overTheEdge(who.page)]
  faults.push(...found.map((fault) => `${name}: ${fault}`))
}

scene('every party page is fit for everybody, in each look', async (stage) => {
  const prepared = await prepare(stage, 'zh-CN')
  const visitor = await stage.person({ name: 'visitor' })
  const applicant = await stage.deviceOf(prepared.applicant)
  const faults = []
  const look = inEachLook(faults)
  let pages = 0
  await walk(prepared, visitor, applicant, (name, who) => {
    pages++
    return look(name, who)
  })
  assert.ok(pages >= 30, `${pages} pages were passed`)
  assert.deepEqual(faults, [])
}, { seconds: 600 })

scene('an English page is English, in each look', async (stage) => {
  const prepared = await prepare(stage, 'en')
  const visitor = await stage.person({ name: 'visitor', language: 'en' })
  const applicant = await stage.deviceOf(prepared.applicant, { language: 'en' })
  const faults = []
  await walk(prepared, visitor, applicant, inEnglish(faults))
  assert.deepEqual(faults, [])
}, { seconds: 600 })

scene('drafts, calls, routes and what becomes of a file are fit for everybody, in each look', async (stage) => {
  const on = await prepareOn(stage, 'zh-CN')
  const { applicant, as } = await devices(stage, on, { device: 'phone' })
  const faults = []
  await walkOn(on, applicant, as, inEachLook(faults))
  assert.deepEqual(faults, [])
}, { seconds: 600 })

scene('the pages of the staff are fit for everybody, in each look', async (stage) => {
  const on = await prepareOn(stage, 'zh-CN')
  const faults = []
  await walkStaff(on, await devices(stage, on, { device: 'desktop' }), inEachLook(faults))
  assert.deepEqual(faults, [])
}, { seconds: 600 })

scene('a page that is empty, waits, refuses or asks is fit for everybody, in each look', async (stage) => {
  stage.plays(await startService()) // the mediators of the other scenes have their hands full
  const on = await prepareOn(stage, 'zh-CN')
  const faults = []
  await walkStates(on, await devices(stage, on, { device: 'phone' }), inEachLook(faults))
  await walkStaffStates(on, await devices(stage, on, { device: 'desktop' }), inEachLook(faults))
  assert.deepEqual(faults, [])
}, { seconds: 600 })

scene('drafts, calls, routes, files and the staff’s pages are English on an English device', async (stage) => {
  stage.plays(await startService()) // the board shows all cases of the centre: none of another scene's Chinese ones
  const on = await prepareOn(stage, 'en')
  const phone = await devices(stage, on, { device: 'phone', language: 'en' })
  const faults = []
  await walkOn(on, phone.applicant, phone.as, inEnglish(faults))
  await walkStates(on, phone, inEnglish(faults))
  const desks = await devices(stage, on, { device: 'desktop', language: 'en' })
  await walkStaff(on, desks, inEnglish(faults))
  await walkStaffStates(on, desks, inEnglish(faults))
  assert.deepEqual(faults, [])
}, { seconds: 600 })

// The twin: what is planted is found, so that an empty list above means something.
scene('planted faults are found', async (stage) => {
  const visitor = await stage.person({ name: 'visitor', language: 'en' })
  await visitor.open('/enter')
  await visitor.$('enter-page').waitFor()
  const { page } = visitor
  await wear(visitor, looks[2])
  for (const look of [axeFaults, overTheEdge, elderFaults]) assert.deepEqual(await look(page), [])
  assert.deepEqual(await chineseOn(visitor), [])

  await page.evaluate(() => {
    const main = document.querySelector('main')
    // The page takes no markup from words, nor styles that stand in it.
    const plant = (name, text, style, more = {}) => main.append(Object.assign(document.createElement(name), { textContent: text, ...more }))
      ?? Object.assign(main.lastElementChild.style, style)
    plant('p', 'pale words', { color: '#bbb', background: '#fff' })
    plant('img', '', {}, { src: '/seal.svg' })
    plant('input', '', {})
    plant('p', 'too wide', { width: '1200px', background: 'red' })
    plant('p', 'small print', { fontSize: '12px' })
    plant('button', 'low', { height: '30px', minHeight: '0' })
    plant('p', '漏译的一句', {})
  })
  const found = (await axeFaults(page)).join('\n')
  for (const rule of ['color-contrast', 'image-alt', 'label']) assert.match(found, new RegExp(`^${rule} `, 'm'))
  assert.match((await axeFaults(page, { onlyLook: true })).join('\n'), /^color-contrast /m)
  assert.match((await overTheEdge(page)).join('\n'), /too wide/)
  const measures = (await elderFaults(page)).join('\n')
  for (const fault of [/small print.*12px/, /low.*30px/]) assert.match(measures, fault)
  assert.deepEqual(await chineseOn(visitor), ['漏译的一句'])
})
