// A mediator goes from room to room in every way the console has, writes at once and sends at once, again and again: every
// line stands in the room it was written for, nothing of a private talk in a joint room, nothing that was written is gone.
import assert from 'node:assert/strict'
import { until } from '../stage/until.mjs'
import { Chance } from './chance.mjs'
import { sessions } from './sessions.mjs'
import { messagesOf } from './traffic.mjs'

/** Two cases, each with its joint room and a talk with the applicant alone; in each talk something that must not leave it. */
async function fourRooms(stage, mediator) {
  const rooms = []
  for (const [at, mediation] of (await sessions(stage, mediator, 2)).entries()) {
    const [applicant] = mediation.parties
    const caucus = await mediation.caucus(applicant)
    await mediation.say(applicant, caucus, `K3-secret-${at} 三千四我就能接受`)
    const tells = (words) => mediation.say(applicant, caucus, words)
    rooms.push({ id: mediation.room, kind: 'Joint', mark: `K3-joint-${at}-`, number: mediation.number }, { id: caucus, kind: 'Caucus', mark: `K3-caucus-${at}-`, number: mediation.number, tells })
  }
  return rooms
}

class Switching {
  constructor(desk, rooms, chance) {
    Object.assign(this, { desk, rooms, chance, page: desk.page, written: [], pasted: 0 })
  }

  pane(room) {
    return this.page.locator(`[data-testid=pane][data-room="${room.id}"]`)
  }

  get ways() {
    return {
      row: (room) => this.page.locator(`[data-testid=queue-room][data-room="${room.id}"]`).click({ noWaitAfter: true }),
      palette: async (room) => {
        await this.page.keyboard.press('Control+k')
        await this.page.getByTestId('palette-search').fill(room.number)
        const item = this.page.locator(`[data-testid=palette-item][data-id="${room.id}"]`)
        await item.waitFor()
        for (let tries = 0; (await item.getAttribute('aria-selected')) !== 'true' && tries < 12; tries++) await this.page.keyboard.press('ArrowDown')
        await this.page.keyboard.press('Enter')
      },
      click: async (room) => {
        if ((await this.pane(room).count()) === 0) return this.ways.row(room)
        await this.pane(room).getByTestId('draft').click()
        await this.page.keyboard.press('Control+End') // goes on where he stopped
      },
      key: async (room) => {
        const number = (await this.pane(room).count()) > 0 ? await this.pane(room).locator('.pane-number').innerText() : null
        return number === null ? this.ways.row(room) : this.page.keyboard.press(`Alt+${number}`)
      },
    }
  }

  /** Goes there by one of the ways; he sees the room before he writes, no more. */
  async go(room) {
    const way = this.chance.of(['row', 'palette', 'click', 'key'])
    await this.ways[way](room)
    try {
      await this.pane(room).and(this.page.locator('[data-active=true]')).getByTestId('draft').waitFor()
    } catch {
      const active = await this.page.locator('[data-testid=pane][data-active=true]').getAttribute('data-room')
      const there = await this.pane(room).evaluateAll((panes) => panes.map(({ dataset, textContent }) => `${dataset.active} ${dataset.loading} ${textContent.slice(0, 80)}`))
      throw new Error(`by ${way} he does not come to ${room.mark} (${room.id}); he came from ${this.last?.mark} by ${this.way} and is in ${active}; its pane: ${there.join() || 'none'}`)
    }
    this.last = room
    this.way = way
  }

  /** Writes wherever the keyboard is, and presses Enter at once or after a moment; what was not sent stays in the draft. */
  async write(room, at) {
    const text = `${room.mark}${at};`
    this.written.push({ room, text })
    const half = this.chance.next() < 0.2 ? this.chance.whole(1, text.length - 1) : text.length
    await this.page.keyboard.type(text.slice(0, half), { delay: this.chance.of([0, 0, 5, 20]) })
    if (half < text.length) {
      // Called away in the middle of a word, and back.
      await this.go(this.chance.of(this.rooms.filter((other) => other !== room)))
      await this.pause([0, 100, 500])
      await this.go(room)
      await this.page.keyboard.type(text.slice(half))
    }
    await this.pause([0, 0, 50, 300, 700, 900])
    await this.page.keyboard.press('Enter')
    if (this.chance.next() < 0.3) await this.page.keyboard.press('Enter')
  }

  /** Carries words out of the private talk by the clipboard and drops them where he goes next. */
  async carry(from, to) {
    await this.go(from)
    // Said just now: of a long list only what is near its end stands in the page.
    const secret = `K3-secret-${this.pasted}-again 三千四我就能接受`
    await from.tells(secret)
    const words = this.pane(from).getByTestId('entry').filter({ hasText: secret }).locator('.bubble')
    await words.click({ clickCount: 3 })
    await this.page.keyboard.press('Control+c')
    await this.go(to)
    await this.page.keyboard.press('Control+v')
    await this.page.getByTestId('crossing').waitFor()
    this.pasted++
    await this.page.keyboard.press(this.chance.of(['Enter', 'Escape'])) // the keyboard stands on *do not paste*
    await this.page.getByTestId('crossing').waitFor({ state: 'detached' })
  }

  pause(of) {
    return new Promise((later) => setTimeout(later, this.chance.of(of)))
  }
}

export async function switching(stage, mediator, figures, { times, seed = 1 }) {
  const rooms = await fourRooms(stage, mediator)
  const desk = await stage.deviceOf(mediator, { device: 'desktop' })
  await desk.page.setViewportSize({ width: 1920, height: 1080 })
  // What counts here is where the lines stand, not how soon: a busy machine must not end a run of a thousand.
  desk.page.setDefaultTimeout(120_000)
  await desk.open('/console')
  await desk.$(`preset-${new Chance(seed).of([2, 4])}`).click()
  const mind = new Switching(desk, rooms, new Chance(seed))
  const begun = Date.now()
  for (let at = 0; at < times; at++) {
    const room = mind.chance.of(rooms)
    if (at % 20 === 10) await mind.carry(rooms[1], mind.chance.of(rooms.filter((other) => other !== rooms[1])))
    await mind.go(room)
    await mind.write(room, at)
    if (at % 200 === 199) await desk.$(`preset-${mind.chance.of([1, 2, 4])}`).click()
  }
  await judge(mind, mediator, figures, (Date.now() - begun) / 1_000)
}

async function judge({ rooms, written, desk, pasted, ...mind }, mediator, figures, took) {
  // What is held for five seconds is sent by then.
  await until('nothing is held or on its way', async () => (await desk.$('held').count()) + (await desk.$('pending').count()) === 0)
  const found = new Map()
  for (const room of rooms) {
    const drafts = await draftOf(desk, room)
    const said = (await messagesOf(mediator, room.id)).filter(({ authorId }) => authorId === mediator.personId).map(({ text }) => text)
    found.set(room, [...said, drafts].join('\n'))
  }
  const wrong = rooms.flatMap((room) => found.get(room).split(/[;\n]/).map((part) => part.trim()).filter((part) => part !== '' && !part.startsWith(room.mark)).map((part) => `${part} in ${room.mark}`))
  const leaked = rooms.filter(({ kind }) => kind === 'Joint').filter((room) => /K3-caucus|K3-secret/.test(found.get(room)))
  const lost = written.filter(({ room, text }) => !found.get(room).includes(text)).map(({ text }) => text)
  const twice = written.filter(({ room, text }) => found.get(room).split(text).length > 2).map(({ text }) => text)
  figures.add('switch, write, send: times', written.length, '')
  figures.add('switch, write, send: a second', written.length / took, '/s')
  figures.add('switch, write, send: in a wrong room', wrong.length, '')
  figures.add('switch, write, send: lost', lost.length, '')
  figures.add('switch, write, send: twice', twice.length, '')
  figures.add('switch, write, send: words of a private talk carried and stopped', pasted, '')
  assert.deepEqual({ wrong, lost, twice, leaked: leaked.length, seed: mind.seed }, { wrong: [], lost: [], twice: [], leaked: 0, seed: mind.seed })
}

/** What still stands where one writes, of a room that may not be open. */
async function draftOf(desk, room) {
  await desk.page.locator(`[data-testid=queue-room][data-room="${room.id}"]`).click()
  const draft = desk.page.locator(`[data-testid=pane][data-room="${room.id}"]`).getByTestId('draft')
  await draft.waitFor()
  return draft.inputValue()
}
