// The list of a room: words are found, a link leads to an entry, the first unread one is a tap away, and what nobody has read can be taken back.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { roomOnAPage } from './stage/cases.mjs'
import { heard, say } from './stage/party.mjs'
import { scene } from './stage/scene.mjs'
import { until } from './stage/until.mjs'

scene('one takes back what nobody has read, and no longer once it was read', async (stage) => {
  const { applicant, respondent, room } = await roomOnAPage(stage)
  await say(applicant, '其实我收到过八百元')
  await applicant.$('withdraw').last().click()
  await applicant.$('message-withdrawn').waitFor()
  assert.equal(await applicant.$('entry').filter({ hasText: '八百元' }).count(), 0)
  assert.equal(await applicant.$('draft').inputValue(), '其实我收到过八百元', 'the words return to where one writes')
  const { entries } = await respondent.call('ReadEntries', { roomId: room, after: 0, limit: null })
  assert.ok(!JSON.stringify(entries).includes('八百元'))
  await applicant.fill('draft', '')
  await say(applicant, '工资三千四百元')
  await respondent.call('MarkRead', { roomId: room, sequence: entries.at(-1).sequence + 5 })
  await until('it can no longer be taken back', async () => (await applicant.$('withdraw').count()) === 0)
})

scene('words are found, and a hit or a link leads to where they were said', async (stage) => {
  const { applicant, respondent, room } = await roomOnAPage(stage)
  await respondent.call('PostMessage', { roomId: room, clientMessageId: randomUUID(), text: '第一句：救生衣还在船上', replyTo: null })
  for (let i = 0; i < 60; i++) {
    const line = { roomId: room, clientMessageId: randomUUID(), text: `第 ${i} 件小事`, replyTo: null }
    await until('it is taken, however fast he talks', () => respondent.call('PostMessage', line).catch(() => null))
  }
  await heard(applicant, '第 59 件小事')
  const first = applicant.$('entry').filter({ hasText: '救生衣' })
  assert.ok(!(await inView(applicant, first)), 'it lies far up')
  await applicant.tap('search-open')
  await applicant.fill('search-words', '救生衣')
  await applicant.page.keyboard.press('Enter')
  await applicant.$('search-hits').getByText('救生衣').click()
  await until('the hit is in view', () => inView(applicant, first))
  const link = await first.locator('a').first().getAttribute('href')
  await applicant.page.keyboard.press('Escape')
  await applicant.open(link)
  await first.waitFor()
  await until('the link leads there', () => inView(applicant, first))
})

const inView = async (who, entry) => {
  if ((await entry.count()) === 0) return false // of a long list only what is near the view stands in the page
  const [list, box] = [await who.$('message-list').boundingBox(), await entry.boundingBox()]
  return box !== null && box.y >= list.y - 1 && box.y + box.height <= list.y + list.height + 1
}
