// Every page that a party passes, on a phone, in each of its looks: axe finds nothing serious, nothing runs over the
// edge, 长辈版 keeps its measures; and on an English page stands no Chinese.
import assert from 'node:assert/strict'
import { axeFaults } from './stage/axe.mjs'
import { chineseOn } from './stage/chinese.mjs'
import { elderFaults, overTheEdge } from './stage/measures.mjs'
import { scene } from './stage/scene.mjs'
import { prepare, walk } from './stage/walk.mjs'

const looks = [{ theme: 'light', size: 'normal' }, { theme: 'dark', size: 'normal' }, { theme: 'light', size: 'elder' }]

/** Puts on a look as the two buttons of the masthead do. */
const wear = ({ page }, look) => page.evaluate((chosen) => Object.assign(document.documentElement.dataset, chosen), look)

scene('every party page is fit for everybody, in each look', async (stage) => {
  const prepared = await prepare(stage, 'zh-CN')
  const visitor = await stage.person({ name: 'visitor' })
  const applicant = await stage.deviceOf(prepared.applicant)
  const faults = []
  let pages = 0
  await walk(prepared, visitor, applicant, async (name, who) => {
    pages++
    for (const look of looks) {
      await wear(who, look)
      const found = [...await axeFaults(who.page, { onlyLook: look !== looks[0] }), ...await overTheEdge(who.page), ...(look.size === 'elder' ? await elderFaults(who.page) : [])]
      faults.push(...found.map((fault) => `${name} ${look.theme} ${look.size}: ${fault}`))
    }
    await wear(who, looks[0])
  })
  assert.ok(pages >= 30, `${pages} pages were passed`)
  assert.deepEqual(faults, [])
}, { seconds: 600 })

scene('an English page is English, in each look', async (stage) => {
  const prepared = await prepare(stage, 'en')
  const visitor = await stage.person({ name: 'visitor', language: 'en' })
  const applicant = await stage.deviceOf(prepared.applicant, { language: 'en' })
  const faults = []
  await walk(prepared, visitor, applicant, async (name, who) => {
    const found = [...(await chineseOn(who)).map((text) => `Chinese: ${text}`), ...await axeFaults(who.page), ...await overTheEdge(who.page)]
    faults.push(...found.map((fault) => `${name}: ${fault}`))
  })
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
    main.insertAdjacentHTML('beforeend', `
      <p style="color: #bbb; background: #fff">pale words</p><img src="/seal.svg"><input>
      <p style="width: 1200px; background: red">too wide</p>
      <p style="font-size: 12px">small print</p><button style="height: 30px; min-height: 0">low</button>
      <p>漏译的一句</p>`)
  })
  const found = (await axeFaults(page)).join('\n')
  for (const rule of ['color-contrast', 'image-alt', 'label']) assert.match(found, new RegExp(`^${rule} `, 'm'))
  assert.match((await axeFaults(page, { onlyLook: true })).join('\n'), /^color-contrast /m)
  assert.match((await overTheEdge(page)).join('\n'), /too wide/)
  const measures = (await elderFaults(page)).join('\n')
  for (const fault of [/small print.*12px/, /low.*30px/]) assert.match(measures, fault)
  assert.deepEqual(await chineseOn(visitor), ['漏译的一句'])
})
