import type { RoomKind } from '../../contracts/realtime'
import { inConfidence } from './in-confidence'

/**
 * A mediator with several rooms open must not speak into the wrong one. Three walls: sending rests for a moment after the
 * focus moved to another room; text copied out of a private talk asks before it lands elsewhere; and the first words into
 * a joint room right after a caucus, and to any party right after the panel, can be taken back for five seconds.
 */
export const sendLockMs = 700
export const takeBackMs = 5000
/** How long after working in a caucus a message to a joint room is still held for taking back. */
export const caucusEchoMs = 60_000

export interface RoomSide {
  readonly id: string
  readonly kind: RoomKind
  readonly name: string
}

/** Marks clipboard data with the room it came from; also survives a paste in another tab of the same browser. */
export const roomMark = 'application/x-odr-room'

interface Copied {
  readonly from: RoomSide
  readonly text: string
}

const plain = (text: string) => text.replace(/\s+/g, '')
/** Shorter scraps (a name, 同意) are everybody's words and would only teach people to click the question away. */
const telling = 4
const remembered = 20

export class WrongRoomGuard {
  private readonly copies: Copied[] = []
  private active: RoomSide | undefined
  private switchedAt = Number.NEGATIVE_INFINITY
  private leftCaucusAt = Number.NEGATIVE_INFINITY
  private leftPanelAt = Number.NEGATIVE_INFINITY

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** The focus moved to this room's pane. */
  focus(room: RoomSide): void {
    if (this.active?.id === room.id) return
    if (this.active?.kind === 'Caucus') this.leftCaucusAt = this.now()
    if (this.active?.kind === 'Panel') this.leftPanelAt = this.now()
    // The very first focus switches from nowhere: nothing can have been meant for another room.
    if (this.active) this.switchedAt = this.now()
    this.active = room
  }

  /** Milliseconds until this room may be sent to; 0 when it may. A room without focus can't be sent to at all. */
  lockedFor(roomId: string): number {
    if (this.active && this.active.id !== roomId) return sendLockMs
    return Math.max(0, this.switchedAt + sendLockMs - this.now())
  }

  /** Whether what is sent into this room now is held for five seconds, so that it can be taken back. */
  holds(room: RoomSide): boolean {
    if (room.kind === 'Panel') return false
    return this.now() - this.leftPanelAt < caucusEchoMs || (room.kind !== 'Caucus' && this.now() - this.leftCaucusAt < caucusEchoMs)
  }

  copied(from: RoomSide, text: string): void {
    if (!inConfidence(from.kind) || plain(text).length < telling) return
    this.copies.unshift({ from, text: plain(text) })
    this.copies.length = Math.min(this.copies.length, remembered)
  }

  /**
   * The private room that this text comes from when it is about to land in another one; null when there is nothing to ask.
   * @param mark what the clipboard says about its origin (see roomMark): a room id, or empty.
   * @param rooms the rooms this person has, to name the origin of a copy from another tab.
   */
  pastedFrom(into: RoomSide, text: string, mark = '', rooms: readonly RoomSide[] = []): RoomSide | null {
    const marked = rooms.find((room) => room.id === mark)
    if (marked && inConfidence(marked.kind) && marked.id !== into.id) return marked
    const words = plain(text)
    if (words.length < telling) return null
    const copy = this.copies.find(({ from, text: known }) => from.id !== into.id && (known.includes(words) || words.includes(known)))
    return copy?.from ?? null
  }
}
