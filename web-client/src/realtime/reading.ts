import type { RoomHub } from '@/contracts/realtime'
import { refusalFromHub } from '@/lib/refusal'
import { missingAfter, receiveEarlier, receivePage, type RoomLog } from './room-log'

const pageSize = 200

export interface ReadingPlace {
  hub: () => RoomHub
  isUp: () => boolean
  log: (roomId: string) => RoomLog | undefined
  change: (roomId: string, change: (log: RoomLog) => RoomLog) => void
  /** The service does not let him read: the room's snapshot will say why. */
  refused: (roomId: string, retryAfterMs: number) => void
}

/** Reads a room's entries by pages: what is missing up to its head, and what lies further back. */
export class Reading {
  private readonly pulling = new Set<string>()
  private readonly place: ReadingPlace

  constructor(place: ReadingPlace) {
    this.place = place
  }

  /** Fills the hole, page by page. One reader per room; whatever fails is asked again at the next heartbeat or connection. */
  async pull(roomId: string): Promise<void> {
    if (this.pulling.has(roomId) || !this.place.isUp()) return
    this.pulling.add(roomId)
    try {
      for (let after = this.missing(roomId); after !== null && this.place.isUp(); ) {
        const page = await this.place.hub().readEntries({ roomId, after, limit: pageSize })
        this.place.change(roomId, (log) => receivePage(log, page))
        const next = this.missing(roomId)
        if (next === after) break // no progress: the head that was told is not readable (yet)
        after = next
      }
    } catch (error) {
      const refusal = refusalFromHub(error)
      if (refusal) this.place.refused(roomId, refusal.retryAfterMs ?? 80)
    } finally {
      this.pulling.delete(roomId)
    }
  }

  async earlier(roomId: string): Promise<void> {
    const log = this.place.log(roomId)
    if (!log || log.base === null) return
    const page = await this.place.hub().readEntries({ roomId, after: Math.max(log.firstVisible - 1, log.base - 1 - pageSize), limit: pageSize })
    this.place.change(roomId, (now) => receiveEarlier(now, page))
  }

  /** Reads further back until this entry is held. */
  async backTo(roomId: string, sequence: number): Promise<void> {
    for (let log = this.place.log(roomId); log && log.base !== null && log.base > sequence && log.base > log.firstVisible;) {
      const before = log.base
      await this.earlier(roomId)
      log = this.place.log(roomId)
      if (log?.base === before) return
    }
  }

  private missing(roomId: string): number | null {
    const log = this.place.log(roomId)
    return log ? missingAfter(log) : null
  }
}
