// A room with thousands of entries: the page holds few of them at a time, everything is still reached, and nothing jumps.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { roomOnAPage } from './stage/cases.mjs'
import { heard, say } from './stage/party.mjs'
import { scene } from './stage/scene.mjs'
import { startService } from './stage/service.mjs'
import { until } from './stage/until.mjs'

const many = Number(process.env.ODR_LONG_LIST ?? 5_000)
const mostRows = 150

const rowsOf = (who) => who.page.locator('.message-row').count()
const list = (who, what) => who.$('message-list').evaluate(what)

/** Where a line stands, from the list's upper edge. */
const topOf = (who, text) => who.$('message-list').evaluate((element, said) => {
  const row = [...element.querySelectorAll('.message-row')].find((one) => one.textContent.includes(said))
  return row ? row.getBoundingClientRect().top - element.getBoundingClientRect().top : null
}, text)

const inView = async (who, text) => {
  const [top, height] = [await topOf(who, text), await list(who, (element) => element.clientHeight)]
  return top !== null && top > -20 && top < height
}

/** Several lines at a time, as fast as they are taken. */
async function fill(speakers, room, count) {
  let next = 0
  const words = (at) => (at % 9 === 0 ? `第 ${at} 句。${'这一句长一些，因为要把那几天在船上的事情从头说清楚。'.repeat(1 + (at % 4))}` : `第 ${at} 句。`)
  await Promise.all(speakers.flatMap((speaker) => Array.from({ length: 6 }, async () => {
    while (next < count) {
      const at = next++
      await speaker.call('PostMessage', { roomId: room, clientMessageId: randomUUID(), text: words(at), replyTo: null })
    }
  })))
}

scene(`of ${many} entries the page holds few, all are reached, nothing jumps`, async (stage) => {
  process.env.Odr__Limits__Enabled = 'false' // nobody says five thousand things in a minute
  stage.plays(await startService())
  const { applicant, respondent, mediator, room } = await roomOnAPage(stage)
  await respondent.call('PostMessage', { roomId: room, clientMessageId: randomUUID(), text: '最早的一句：救生衣还在船上', replyTo: null })
  const began = Date.now()
  await applicant.open('/my')
  await fill([respondent, mediator], room, many)
  const filled = Date.now() - began
  await applicant.open(`/rooms/${room}`)
  await applicant.$('entry').last().waitFor()
  await fill([respondent, mediator], room, 200)
  await say(applicant, '都看完了')
  assert.ok(await inView(applicant, '都看完了'), 'the end is held while they come in')
  assert.ok(await rowsOf(applicant) <= mostRows, `${await rowsOf(applicant)} rows of ${many} stand in the page`)

  // Opened anew the page holds the last of them, and reads back when asked to: what one reads stays where it is.
  await applicant.page.reload()
  await heard(applicant, '都看完了')
  await until('the end is in view', () => inView(applicant, '都看完了'))
  await list(applicant, (element) => element.scrollTo({ top: 0 }))
  await applicant.$('earlier').waitFor()
  await until('the first rows are drawn', () => list(applicant, (element) => {
    const first = element.querySelector('.message-row[data-index="0"]')
    return first !== null && first.getBoundingClientRect().top - element.getBoundingClientRect().top > -1
  }))
  const place = (at) => applicant.$('message-list').evaluate((element, row) => (element.querySelector(`.message-row[data-at="${row}"]`)?.getBoundingClientRect().top ?? 1e6) - element.getBoundingClientRect().top, at)
  const third = await list(applicant, (element) => [...element.querySelectorAll('.message-row')][2].dataset.at)
  const before = await place(third)
  await applicant.tap('earlier')
  await until('older ones stand above', () => list(applicant, (element) => element.scrollTop > 400))
  await until('what was read stands where it stood', async () => Math.abs(await place(third) - before) <= 2)
  assert.ok(await rowsOf(applicant) <= mostRows)

  // The browser's own search would not find what is not in the page: its keys open the room's.
  await applicant.page.keyboard.press('Control+f')
  await applicant.fill('search-words', '救生衣')
  await applicant.page.keyboard.press('Enter')
  await applicant.$('search-hits').getByText('救生衣').click()
  await until('the hit is in view', () => inView(applicant, '救生衣还在船上'), 90)
  assert.ok(await rowsOf(applicant) <= mostRows, `${await rowsOf(applicant)} rows while all ${many} are held`)
  await applicant.page.keyboard.press('Escape')

  // From the first to the last: no long frame stands in the way.
  const figures = await list(applicant, async (element) => {
    const frames = []
    let last = performance.now()
    for (let at = 0; element.scrollTop + element.clientHeight < element.scrollHeight - 4 && at < 400; at++) {
      element.scrollTop += 1_500
      await new Promise(requestAnimationFrame)
      const now = performance.now()
      frames.push(now - last)
      last = now
    }
    frames.sort((a, b) => a - b)
    return { frames: frames.length, p50: frames[Math.floor(frames.length * 0.5)], p95: frames[Math.floor(frames.length * 0.95)], longest: frames.at(-1) }
  })
  console.log(`long list: ${many} entries said in ${(filled / 1_000).toFixed(1)} s; scrolling by 1,500 px a frame: ${figures.frames} frames, p50 ${figures.p50.toFixed(1)} ms, p95 ${figures.p95.toFixed(1)} ms, longest ${figures.longest.toFixed(1)} ms`)
  await applicant.$('message-list').focus()
  await applicant.page.keyboard.press('End')
  await until('the end is in view again', () => inView(applicant, '都看完了'))
  await until('one follows again', async () => (await applicant.$('to-end').count()) === 0)
  await respondent.call('PostMessage', { roomId: room, clientMessageId: randomUUID(), text: '最后再说一句', replyTo: null })
  await until('what comes is shown', () => inView(applicant, '最后再说一句'))

  // By keyboard alone one comes to a row's own link, and on to the next row, and further than what stood in the page before.
  await applicant.page.keyboard.press('Home')
  const reached = new Set()
  for (let at = 0; at < 40; at++) {
    await applicant.page.keyboard.press('Tab')
    const row = await applicant.page.evaluate(() => document.activeElement?.closest('.message-row')?.dataset.at ?? null)
    if (row !== null) reached.add(row)
  }
  assert.ok(reached.size >= 12, `${reached.size} rows were reached by the Tab key`)

  // A link leads to an entry that is far away.
  await applicant.open(`/rooms/${room}?m=${Math.floor(many / 3)}`)
  await until('the link leads there', async () => (await applicant.page.locator(`.message-row[data-at="${Math.floor(many / 3)}"]`).count()) === 1, 90)
  // On paper stands all of it that is held.
  await applicant.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  assert.ok(await rowsOf(applicant) > mostRows)
  await applicant.page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await until('after it few do again', async () => (await rowsOf(applicant)) <= mostRows)
}, { seconds: 400 })
