// A party on an old phone and a slow line: how long until he reads the invitation, is in the room, has his line on the record.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { staff } from '../stage/cases.mjs'
import { Mediation } from '../stage/mediation.mjs'
import { goToRoom } from '../stage/party.mjs'
import { until } from '../stage/until.mjs'
import { quantile } from './watch.mjs'

/** As measuring tools take them: 3G, and its edge. */
export const lines = {
  '3G (1,600 kbit/s, 300 ms)': { kbpsDown: 1_600, kbpsUp: 768, rtt: 300 },
  'slow 3G (400 kbit/s, 400 ms)': { kbpsDown: 400, kbpsUp: 400, rtt: 400 },
}
/** An old phone's processor against this machine's. */
const slower = 4

/** @returns ms of each step, by its name */
export async function slow(stage, figures, { line = Object.keys(lines)[0], times = 10 } = {}) {
  const applicant = await stage.caller({ name: '李海生' })
  const me = await stage.person({ name: '周永顺' })
  const mediator = await staff(stage, 'zhao.mediator', '赵清')
  await applicant.enterQuietly()
  const mediation = await Mediation.file({ applicant, respondents: [me], mediator })
  const link = await me.invitation()
  me.line.slow(lines[line])
  const cdp = await me.context.newCDPSession(me.page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })

  const took = {}
  const timed = async (name, act) => {
    const begun = performance.now()
    await act()
    took[name] = performance.now() - begun
    figures.add(`${line}, processor ${slower} times slower: ${name}`, took[name], 'ms')
  }
  const before = me.line.bytes
  await timed('the letter can be read, first visit', async () => { await me.page.goto(link, { waitUntil: 'commit' }); await me.$('letter').waitFor() })
  figures.add(`${line}: bytes until then`, (me.line.bytes - before) / 1_024, 'kB')
  await timed('the next step', async () => { await me.tap('invitation-next'); await me.$('identify-name').waitFor() })
  await me.fill('identify-name', me.name)
  await me.tap('identify-send')
  await me.giveCode()
  await me.$('answer-read').check()
  await timed('from consent to the page of the case', async () => { await me.tap('consent'); await me.$('case-page').waitFor() })

  me.personId = (await me.ask('GET', '/accounts/me')).personId
  await me.ask('POST', `/cases/${mediation.caseId}/mediator`, { mediatorId: mediation.mediatorId })
  await mediation.accept()
  await me.page.reload({ waitUntil: 'commit' })
  await timed('from the case into the lobby', () => goToRoom(me))
  await mediation.open(me)
  await me.page.locator('[data-testid=room-state][data-state=Open]').waitFor()
  await timed('the room again, another visit', async () => { await me.page.reload({ waitUntil: 'commit' }); await me.$('draft').waitFor() })

  const receipts = []
  for (let at = 0; at < times; at++) {
    const text = `慢线路第 ${at} 句 ${randomUUID().slice(0, 8)}`
    await me.fill('draft', text)
    const shown = me.page.evaluate(fromEnterUntil, text)
    await me.$('draft').press('Enter')
    receipts.push(await shown)
  }
  took.receipt = quantile(receipts, 0.95)
  figures.add(`${line}, processor ${slower} times slower: a line on the record, p50`, quantile(receipts, 0.5), 'ms')
  figures.add(`${line}, processor ${slower} times slower: a line on the record, p95`, took.receipt, 'ms')
  await until('the other side has them all', async () => (await applicant.ask('GET', `/rooms/${mediation.room}/entries`)).entries.filter(({ body }) => body?.text?.startsWith('慢线路')).length === times)
  assert.deepEqual(me.complaints, [])
  return took
}

/** Runs in the page, whose own clock is finer than asking it again and again: ms from the key until the line stands among the entries. */
function fromEnterUntil(text) {
  return new Promise((resolve) => {
    let begun
    document.addEventListener('keydown', () => { begun = globalThis.performance.now() }, { capture: true, once: true })
    const stands = () => [...document.querySelectorAll('[data-testid=entry]')].some((entry) => entry.textContent.includes(text))
    const watch = new globalThis.MutationObserver(() => {
      if (!stands()) return
      watch.disconnect()
      resolve(globalThis.performance.now() - begun)
    })
    watch.observe(document, { childList: true, subtree: true, characterData: true })
  })
}
