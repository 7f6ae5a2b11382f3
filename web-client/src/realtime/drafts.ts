import { forgetLastWords, keepLastWords, lastWords } from '@/lib/last-words'
import { all, put } from '@/lib/stored'
import { Signal } from './signal'

export interface DraftRecord {
  personId: string
  roomId: string
  text: string
}

/** Saved at most this long after a keystroke, also while the typing goes on. */
const saveAfter = 300

/** One draft per room, kept on this device; it survives a killed page. */
export class Drafts {
  readonly texts = new Signal<Readonly<Record<string, string>>>({})
  private readonly unsaved = new Map<string, ReturnType<typeof setTimeout>>()
  private readonly flushes = new Map<string, number>()
  private readonly personId: string
  private readonly failed: (error: unknown) => void

  constructor(personId: string, failed: (error: unknown) => void) {
    this.personId = personId
    this.failed = failed
  }

  async load(): Promise<void> {
    const kept = await all<DraftRecord>('drafts')
    const mine = Object.fromEntries(kept.filter((d) => d.personId === this.personId).map((d) => [d.roomId, d.text]))
    const last = lastWords(`draft.${this.personId}.`)
    this.texts.update((now) => ({ ...mine, ...last, ...now }))
    for (const roomId of Object.keys(last)) void this.save(roomId)
  }

  write(roomId: string, text: string): void {
    this.texts.update((now) => ({ ...now, [roomId]: text }))
    if (!this.unsaved.has(roomId)) this.unsaved.set(roomId, setTimeout(() => void this.save(roomId), saveAfter))
  }

  /** The text goes to the outbox: empties the draft here and gives the record that has to go to disk together with the message. */
  emptied(roomId: string): DraftRecord {
    this.texts.update((now) => ({ ...now, [roomId]: '' }))
    this.settle(roomId)
    forgetLastWords(this.key(roomId))
    return { personId: this.personId, roomId, text: '' }
  }

  /** Puts a refused message back behind what was typed meanwhile. */
  async giveBack(roomId: string, text: string): Promise<void> {
    const now = this.texts.get()[roomId] ?? ''
    this.write(roomId, now.trim() === '' ? text : `${now}\n${text}`)
    await this.save(roomId)
  }

  /** The page goes, perhaps for good. */
  readonly flush = (): void => {
    for (const roomId of [...this.unsaved.keys()]) {
      this.flushes.set(roomId, (this.flushes.get(roomId) ?? 0) + 1)
      keepLastWords(this.key(roomId), this.texts.get()[roomId] ?? '')
      void this.save(roomId)
    }
  }

  private key(roomId: string): string {
    return `draft.${this.personId}.${roomId}`
  }

  private settle(roomId: string): void {
    const pending = this.unsaved.get(roomId)
    if (pending !== undefined) clearTimeout(pending)
    this.unsaved.delete(roomId)
  }

  private async save(roomId: string): Promise<void> {
    this.settle(roomId)
    // Words that the page keeps as it goes, while earlier ones are still on their way to disk, are not forgotten with those.
    const flushed = this.flushes.get(roomId)
    try {
      await put('drafts', { personId: this.personId, roomId, text: this.texts.get()[roomId] ?? '' })
      if (this.flushes.get(roomId) === flushed) forgetLastWords(this.key(roomId))
    } catch (error) {
      this.failed(error)
    }
  }
}
