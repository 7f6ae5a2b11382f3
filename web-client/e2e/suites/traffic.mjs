// People who talk in all rooms at once, each in turn, and remember what they said where.
import { randomUUID } from 'node:crypto'

const filler = '我认这笔账，但出海的天数要再核对一下，三月的记录在船上，四月的在家里。'

/** Marks a line with the room it was meant for; ASCII, so that no escaping on the wire hides it. */
export const markOf = (room) => `K8-room-${room}-`

export class Traffic {
  /** By room id: the lines whose receipt has come. */
  said = new Map()
  refused = []
  #timer
  #open = new Set()
  #turn = 0

  /** @param mediations as `sessions` gives them */
  constructor(mediations) {
    this.mediations = mediations
    for (const { room } of mediations) this.said.set(room, [])
  }

  /** So many lines a second, until `end`. */
  start(perSecond) {
    this.#timer = setInterval(() => this.#next(), 1_000 / perSecond)
  }

  /** Resolves once every line has its receipt. */
  async end() {
    clearInterval(this.#timer)
    await Promise.all(this.#open)
  }

  get count() {
    return [...this.said.values()].reduce((sum, lines) => sum + lines.length, 0)
  }

  #next() {
    const turn = this.#turn++
    const at = turn % this.mediations.length
    const { room, parties } = this.mediations[at]
    const who = parties[Math.floor(turn / this.mediations.length) % parties.length]
    const text = `${markOf(at)}${turn} ${filler.slice(0, 4 + (turn * 7) % filler.length)}`
    const saying = who.call('PostMessage', { roomId: room, clientMessageId: randomUUID(), text, replyTo: null })
      .then(() => this.said.get(room).push(text), (error) => this.refused.push(`${text}: ${error.message}`))
      .finally(() => this.#open.delete(saying))
    this.#open.add(saying)
  }
}

/** What stands on the record of a room, as `who` may see it; `text` is null of all but messages. */
export async function record(who, roomId) {
  const entries = []
  for (let after = 0; ;) {
    const page = await who.ask('GET', `/rooms/${roomId}/entries?after=${after}&limit=200`)
    for (const { sequence, kind, body, authorId } of page.entries) entries.push({ sequence, kind, authorId, text: kind === 'Message' ? body.text : null })
    if (page.entries.length === 0 || page.entries.at(-1).sequence >= page.head) return entries
    after = page.entries.at(-1).sequence
  }
}

/** The messages alone. */
export const messagesOf = async (who, roomId) => (await record(who, roomId)).filter(({ text }) => text !== null)
