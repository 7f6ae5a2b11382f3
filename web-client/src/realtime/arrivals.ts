import type { EntryView } from '@/contracts/realtime'

/** Lines that come within this (ms) are taken in together: drawn one by one they would keep a slow page from everything else. */
const takenTogether = 30
/** While they come so thick (ms) that the last ones have hardly been drawn, within this. */
const thick = 250
const takenTogetherThick = 100

/** What has come and is not yet shown. */
export class Arrivals {
  private readonly waiting: EntryView[] = []
  private taking: ReturnType<typeof setTimeout> | null = null
  private takenAt = -Infinity
  private readonly take: (roomId: string, entries: readonly EntryView[]) => void
  private readonly taken: (all: readonly EntryView[]) => void

  /** @param take is given the lines of one room; @param taken all of them, once each room has its own */
  constructor(take: (roomId: string, entries: readonly EntryView[]) => void, taken: (all: readonly EntryView[]) => void) {
    this.take = take
    this.taken = taken
  }

  add(entry: EntryView): void {
    this.waiting.push(entry)
    this.taking ??= setTimeout(this.takeIn, Date.now() - this.takenAt < thick ? takenTogetherThick : takenTogether)
  }

  /** At once, because something comes after them. */
  readonly takeIn = (): void => {
    if (this.taking !== null) clearTimeout(this.taking)
    this.taking = null
    const all = this.waiting.splice(0)
    if (all.length === 0) return
    this.takenAt = Date.now()
    for (const [roomId, entries] of byRoom(all)) this.take(roomId, entries)
    this.taken(all)
  }
}

function byRoom(all: readonly EntryView[]): Map<string, EntryView[]> {
  const rooms = new Map<string, EntryView[]>()
  for (const entry of all) {
    const known = rooms.get(entry.roomId)
    if (known) known.push(entry)
    else rooms.set(entry.roomId, [entry])
  }
  return rooms
}
