// Eight rooms, one mediator with four of them open, sixteen parties who all talk: every line is shown in its room and in no
// other, none is missed, what is unread is counted right on the rows and in the title, a key that is pressed meanwhile is
// painted at once, and the page does not grow.
import assert from 'node:assert/strict'
import { until } from '../stage/until.mjs'
import { sessions } from './sessions.mjs'
import { markOf, messagesOf, record, Traffic } from './traffic.mjs'
import { quantile, slope, Watch } from './watch.mjs'

export const rooms = 8
const open = 4
/** The service counts unread lines no further. */
const countedTo = 1_000
const words = 'qing ba san yue de chu hai ji lu fa gei wo '

/**
 * @param seconds how long they talk
 * @param every seconds between two measures of the page's memory
 */
export async function eight(stage, mediator, figures, { seconds, perSecond = 20, every = 60, onPages = [0, 9] }) {
  const mediations = await sessions(stage, mediator, rooms, onPages)
  const desk = await stage.deviceOf(mediator, { device: 'desktop' })
  await desk.page.setViewportSize({ width: 1920, height: 1080 })
  const watch = await Watch.on(desk)
  await openFour(desk, mediations)

  // How soon a key is painted while nobody speaks: on a machine that does much else, even that takes its time.
  await write(desk, mediations[0].room, 3)
  await watch.drain()
  const atRest = quantile(watch.taken(), 0.95)

  const traffic = new Traffic(mediations)
  const memory = [await watch.memory()]
  traffic.start(perSecond)
  const begun = Date.now()
  let busy = 0
  try {
    for (let at = 1; Date.now() < begun + seconds * 1_000; at++) {
      const before = await watch.busy()
      await write(desk, mediations[at % open].room, Math.min(every, seconds - (Date.now() - begun) / 1_000))
      busy += (await watch.busy()) - before
      memory.push(await watch.memory())
      figures.add(`eight rooms: heap after collection, after ${((Date.now() - begun) / 60_000).toFixed(1)} min`, memory.at(-1).kB, 'kB', memory[0].kB)
    }
  } finally {
    await traffic.end()
  }
  const took = (Date.now() - begun) / 1_000
  assert.deepEqual(traffic.refused, [])

  await everythingShown(watch, mediator, mediations.slice(0, open), traffic)
  await countedRight(desk, mediator, mediations)
  for (const { room } of mediations.slice(open)) await openOne(desk, watch, mediator, room)
  nothingElsewhere(watch, mediations)
  await partiesHeard(mediations, traffic)
  return told(figures, { watch, memory, traffic, took, every, busy, atRest })
}

async function openFour(desk, mediations) {
  await desk.page.addInitScript(() => localStorage.setItem('odr.alerts', '{"muted":true}'))
  await desk.open('/console')
  await desk.$('preset-4').click()
  for (const { room } of mediations.slice(0, open)) {
    await desk.page.locator(`[data-testid=queue-room][data-room="${room}"]`).click()
    await pane(desk, room).getByTestId('message-list').waitFor()
  }
  assert.equal(await desk.$('pane').count(), open, 'four rooms lie open side by side')
}

const pane = (desk, room) => desk.page.locator(`[data-testid=pane][data-room="${room}"]`)

/** Writes in one of the open rooms for so long, ten keys a second; what is written is taken out again. */
async function write(desk, room, seconds) {
  const draft = pane(desk, room).getByTestId('draft')
  await draft.click()
  const end = Date.now() + seconds * 1_000
  for (let at = 0; Date.now() < end; at++) {
    const due = Date.now() + 100
    if (at % 80 === 79) await draft.fill('')
    else await desk.page.keyboard.press(words[at % words.length] === ' ' ? 'Space' : words[at % words.length])
    await new Promise((later) => setTimeout(later, Math.max(0, due - Date.now())))
  }
  await draft.fill('')
}

/** Of the rooms that lay open: each line that was said has been on the screen, word for word. */
async function everythingShown(watch, mediator, mediations, traffic) {
  for (const { room } of mediations) {
    const messages = await messagesOf(mediator, room)
    assert.equal(messages.length, traffic.said.get(room).length, 'the record holds what was said and nothing twice')
    let missing
    await until(`everything said in ${room} is shown`, async () => {
      await watch.drain()
      missing = messages.filter(({ sequence, text }) => watch.shown.get(room)?.get(sequence) !== text)
      return missing.length === 0
    }, 10).catch((error) => { throw new Error(`${error.message}: ${missing.length} of ${messages.length}, first ${JSON.stringify(missing[0])}`) })
  }
}

/** The rows of the queue, the panes and the title say what the service says, and what can be counted on the record. */
async function countedRight(desk, mediator, mediations) {
  for (const { room } of mediations) {
    const view = (await mediator.ask('GET', '/rooms')).find(({ id }) => id === room)
    await until(`the row of ${room} says ${view.unread}`, async () => (await badge(desk, room)) === view.unread, 10)
  }
  await until('the title is the sum of all', async () => {
    const all = await mediator.ask('GET', '/rooms')
    const sum = all.reduce((total, { unread, waiting }) => total + unread + waiting, 0)
    return Number(/^\((\d+)\) /.exec(await desk.page.title())?.[1] ?? 0) === sum
  }, 15)
}

async function badge(desk, room) {
  const found = desk.page.locator(`[data-testid=queue-room][data-room="${room}"] [data-testid=room-unread]`)
  return (await found.count()) === 0 ? 0 : Number(await found.innerText())
}

/** A room that was not open: its row counts each line of others since it was read; opened, the newest is there and the row is quiet. */
async function openOne(desk, watch, mediator, room) {
  const entries = await record(mediator, room)
  const { myRead } = (await mediator.ask('GET', '/rooms')).find(({ id }) => id === room)
  const unread = entries.filter(({ sequence, kind, authorId }) => sequence > myRead && kind !== 'System' && authorId !== mediator.personId).length
  assert.ok(unread > 0)
  assert.equal(await badge(desk, room), Math.min(unread, countedTo), 'the row counts what others have put on the record since it was read')
  await desk.page.locator(`[data-testid=queue-room][data-room="${room}"]`).click()
  await pane(desk, room).getByTestId('entry').filter({ hasText: entries.filter(({ text }) => text !== null).at(-1).text }).waitFor()
  await until(`the row of ${room} is quiet`, async () => (await badge(desk, room)) === 0, 10)
  await watch.drain()
}

function nothingElsewhere(watch, mediations) {
  for (const [at, { room }] of mediations.entries()) {
    const foreign = [...watch.shown.get(room)?.values() ?? []].filter((text) => !text.startsWith(markOf(at)))
    assert.deepEqual(foreign, [], `in room ${at} stands what was said there alone`)
  }
}

/** On the phones: the newest of their own room is there; of the others nothing ever came. */
async function partiesHeard(mediations, traffic) {
  for (const [at, { room, parties }] of mediations.entries()) {
    for (const party of parties.filter(({ page }) => page)) {
      const last = (await messagesOf(party, room)).at(-1).text
      await party.$('entry').filter({ hasText: last }).waitFor()
      for (const other of mediations.keys()) assert.equal(party.line.received(markOf(other)), other === at, `lines of room ${other} ${other === at ? 'came to' : 'never came to'} ${party.name} of room ${at}`)
    }
    assert.ok(traffic.said.get(room).length > 0)
  }
}

function told(figures, { watch, memory, traffic, took, every, busy, atRest }) {
  const painted = watch.taken()
  const p95 = quantile(painted, 0.95)
  const kB = memory.map((one) => one.kB)
  const grows = slope(kB.slice(Math.floor(kB.length / 3))) * 60 / every
  figures.add('eight rooms: lines a second', traffic.count / took, '/s')
  figures.add('eight rooms: lines', traffic.count, '')
  figures.add('eight rooms: keys pressed', painted.length, '')
  figures.add('eight rooms: key to paint, p50', quantile(painted, 0.5), 'ms')
  figures.add('eight rooms: key to paint while nobody speaks, p95', atRest, 'ms')
  figures.add('eight rooms: key to paint, p95', p95, 'ms', 50)
  figures.add('eight rooms: key to paint, longest', Math.max(...painted), 'ms')
  const perLine = busy / traffic.count
  figures.add('eight rooms: the page’s thread is busy', busy / took, 'ms/s')
  figures.add('eight rooms: the page’s thread, for each line with everything else', perLine, 'ms')
  figures.add('eight rooms: nodes in the document, first', memory[0].nodes, '')
  figures.add('eight rooms: nodes in the document, last', memory.at(-1).nodes, '')
  figures.add('eight rooms: listeners, first', memory[0].listeners, '')
  figures.add('eight rooms: listeners, last', memory.at(-1).listeners, '')
  figures.add('eight rooms: heap grows, after a third of the time', grows, 'kB/min')
  return { p95, atRest, perLine, memory, grows }
}
