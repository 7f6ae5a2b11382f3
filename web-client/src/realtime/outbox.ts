import type { MessageReceipt, PostMessageRequest } from '@/contracts/realtime'
import { refusalFromHub, type Refusal } from '@/lib/refusal'
import { all, putTogether, take } from '@/lib/stored'
import { uuid7 } from '@/lib/uuid7'
import type { DraftRecord } from './drafts'
import { Signal } from './signal'
import { atMost } from './timeout'

export interface OutboxItem extends PostMessageRequest {
  readonly personId: string
  readonly at: number
  /** Set once the service has it (0: held for the mediator); the line stays until the same entry has arrived in the list. */
  readonly sequence: number | null
}

export interface OutboxEvents {
  mayPost(roomId: string): boolean
  post(request: PostMessageRequest): Promise<MessageReceipt>
  /** The service keeps it until the mediator has read it. */
  held?(roomId: string): void
  refused(item: OutboxItem, refusal: Refusal): void | Promise<void>
  storageFailed(error: unknown): void
}

const answerWithin = 15_000

/** Messages on their way: on disk before the network is asked, the same id at each try, in order within a room. */
export class Outbox {
  readonly items = new Signal<readonly OutboxItem[]>([])
  private readonly busy = new Set<string>()
  private readonly personId: string
  private readonly events: OutboxEvents

  constructor(personId: string, events: OutboxEvents) {
    this.personId = personId
    this.events = events
  }

  async load(): Promise<void> {
    const kept = (await all<OutboxItem>('outbox')).filter((item) => item.personId === this.personId)
    const known = new Set(this.items.get().map((item) => item.clientMessageId))
    const more = kept.filter((item) => !known.has(item.clientMessageId))
    this.items.update((now) => [...now, ...more].sort((a, b) => a.clientMessageId.localeCompare(b.clientMessageId)))
  }

  /** @param draft What is left where it was written: on disk in the same moment, so that a killed page shows the words in one place, never in both or none. */
  async send(roomId: string, text: string, replyTo: number | null, draft: DraftRecord): Promise<string> {
    const item: OutboxItem = { personId: this.personId, roomId, clientMessageId: uuid7(), text, replyTo, at: Date.now(), sequence: null }
    try {
      await putTogether({ outbox: item, drafts: draft })
    } catch (error) {
      this.events.storageFailed(error)
    }
    this.items.update((now) => [...now, item])
    void this.drain(roomId)
    return item.clientMessageId
  }

  drainAll(): void {
    for (const roomId of new Set(this.items.get().map((item) => item.roomId))) void this.drain(roomId)
  }

  /** The list has reached this sequence: what is shown there need not be shown as on its way. */
  settle(roomId: string, upTo: number): void {
    const rest = this.items.get().filter((item) => item.roomId !== roomId || item.sequence === null || item.sequence > upTo)
    if (rest.length !== this.items.get().length) this.items.set(rest)
  }

  async drain(roomId: string): Promise<void> {
    if (this.busy.has(roomId)) return
    this.busy.add(roomId)
    try {
      for (let item = this.nextOf(roomId); item && this.events.mayPost(roomId); item = this.nextOf(roomId)) {
        if (!(await this.deliver(item))) return
      }
    } finally {
      this.busy.delete(roomId)
    }
  }

  private nextOf(roomId: string): OutboxItem | undefined {
    return this.items.get().find((item) => item.roomId === roomId && item.sequence === null)
  }

  private async deliver(item: OutboxItem): Promise<boolean> {
    const { roomId, clientMessageId, text, replyTo } = item
    try {
      const receipt = await atMost(answerWithin, this.events.post({ roomId, clientMessageId, text, replyTo }))
      this.items.update((now) => now.map((other) => (other.clientMessageId === clientMessageId ? { ...other, sequence: receipt.sequence } : other)))
      await this.forget(clientMessageId)
      if (receipt.held) this.events.held?.(roomId)
      return true
    } catch (error) {
      const refusal = refusalFromHub(error)
      if (!refusal) return false // the line is gone: the next connection drains again, with the same id
      if (refusal.retryAfterMs !== null) {
        // At least as long as was asked, and not everybody in the same moment.
        setTimeout(() => void this.drain(roomId), refusal.retryAfterMs * (1 + Math.random()))
        return false
      }
      this.items.update((now) => now.filter((other) => other.clientMessageId !== clientMessageId))
      if (await this.forget(clientMessageId)) await this.events.refused(item, refusal)
      return true
    }
  }

  private async forget(clientMessageId: string): Promise<boolean> {
    try {
      return await take('outbox', clientMessageId)
    } catch (error) {
      this.events.storageFailed(error)
      return true
    }
  }
}
