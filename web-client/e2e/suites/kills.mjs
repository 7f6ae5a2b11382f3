// A page is killed while somebody types or sends, again and again: no draft is older than a second, nothing is sent twice,
// nothing that was sent is lost, and nothing that was sent stands in the draft once more.
import assert from 'node:assert/strict'
import { roomOnAPage } from '../stage/cases.mjs'
import { until } from '../stage/until.mjs'
import { Chance } from './chance.mjs'
import { messagesOf } from './traffic.mjs'
import { quantile } from './watch.mjs'

const oldest = 1_000
const letters = 'abcdefghijklmnopqrstuvwxyz'

export async function kills(stage, figures, { times, seed = 1 }) {
  const { applicant, respondent, room } = await roomOnAPage(stage)
  const chance = new Chance(seed)
  const faults = []
  const lag = []
  let [typed, sent, unsaved] = [0, 0, 0]
  for (let at = 0; at < times; at++) {
    const say = await writing(applicant, chance, at)
    const act = at % 2 === 0 ? typing : sending
    const done = await act(applicant, say, chance)
    await killed(applicant, room)
    const draft = await restored(applicant)
    if (act === typing) {
      typed++
      const due = done.filter(({ when }) => when <= done.end - oldest).at(-1)?.text ?? ''
      if (!done.text.startsWith(draft) || draft.length < due.length) faults.push(`kill ${at}, while typing: «${draft}» is back of «${done.text}», «${due}» was older than a second`)
      const next = done.find(({ text }) => text.length > draft.length)
      lag.push(next ? done.end - next.when : 0)
      continue
    }
    const said = (await messagesOf(respondent, room)).map(({ text }) => text)
    for (const { text, shown } of done) {
      sent++
      const count = said.filter((one) => one === text).length
      if (count > 1) faults.push(`kill ${at}: «${text}» was sent ${count} times`)
      if (count === 0 && shown) faults.push(`kill ${at}: «${text}» was shown as on its way and is not on the record`)
      if (count === 0 && !shown && draft !== text) unsaved++
      if (count === 1 && draft !== '' && text.startsWith(draft)) faults.push(`kill ${at}: «${text}» is on the record and «${draft}» in the draft`)
    }
  }
  figures.add('killed pages', times, '')
  figures.add('killed pages: while typing', typed, '')
  figures.add('killed pages: lines on their way', sent, '')
  figures.add('killed pages: lines gone in the moment of Enter, shown nowhere', unsaved, '')
  figures.add('killed pages: age of what a draft lacks, p50', quantile(lag, 0.5), 'ms', oldest)
  figures.add('killed pages: age of what a draft lacks, longest', Math.max(...lag), 'ms', oldest)
  figures.add('killed pages: faults', faults.length, '', null)
  assert.deepEqual(faults, [])
}

/** An empty draft to begin with, and so old that it is on disk. */
async function writing(person, chance, at) {
  await person.fill('draft', '')
  await person.$('draft').focus()
  await new Promise((later) => setTimeout(later, 400))
  return `R${at}${Array.from({ length: 40 }, () => chance.of(letters)).join('')}`
}

/** Types until somewhere in the middle; gives what stood there when. */
async function typing({ page }, say, chance) {
  const done = []
  const length = chance.whole(3, say.length)
  for (let at = 0; at < length; at++) {
    await page.keyboard.press(say[at])
    done.push({ when: Date.now(), text: say.slice(0, at + 1) })
    await new Promise((later) => setTimeout(later, chance.whole(5, 90)))
  }
  return Object.assign(done, { text: say.slice(0, length), end: Date.now() })
}

/** Sends one line or two, and is killed at any moment of it. */
async function sending({ page }, say, chance) {
  const lines = chance.next() < 0.5 ? [say.slice(0, 12)] : [say.slice(0, 12), say.slice(0, 20)]
  for (const line of lines) {
    await page.keyboard.insertText(line)
    if (chance.next() < 0.5) await new Promise((later) => setTimeout(later, chance.whole(0, 400)))
    await page.keyboard.press('Enter')
  }
  await new Promise((later) => setTimeout(later, chance.of([0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256])))
  const shown = await page.evaluate(() => [...document.querySelectorAll('[data-testid=pending] .bubble, [data-testid=entry] .bubble')].map(({ textContent }) => textContent))
  return lines.map((text) => ({ text, shown: shown.includes(text) }))
}

/** The process of the page ends at once; somebody opens the room again. */
async function killed(person, room) {
  const cdp = await person.context.newCDPSession(person.page)
  const dead = person.page.waitForEvent('crash')
  cdp.send('Page.crash').catch(() => undefined) // nobody is left to answer
  await dead
  await person.page.close()
  person.page = await person.context.newPage()
  await person.open(`/rooms/${room}`)
}

/** The draft as it is once everything that was on its way has arrived. */
async function restored(person) {
  await person.page.locator('[data-testid=connection][data-state=caught-up]').waitFor({ state: 'attached' })
  await person.$('draft').waitFor()
  await until('nothing is on its way any more', async () => (await person.$('pending').count()) === 0)
  let before
  await until('the draft stands still', async () => {
    const now = await person.$('draft').inputValue()
    const still = now === before
    before = now
    return still
  })
  return before
}
