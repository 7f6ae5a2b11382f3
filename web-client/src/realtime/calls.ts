import type { CallSignalView, CallView, EntryView } from '@/contracts/realtime'
import { Signal } from './signal'

const ended = (call: CallView): CallView => ({ ...call, open: false, held: false, seats: [] })

/** What the record says is acted on at once, without waiting for the next word of who is in the call: whoever was removed is cut off as promptly as from the text. */
function afterEntry(call: CallView, entry: EntryView): CallView {
  const body = entry.body as { type?: unknown; personId?: unknown } | null
  if (body?.type === 'call-ended' || body?.type === 'closed' || body?.type === 'adjourned') return ended(call)
  if (body?.type === 'removed') return { ...call, seats: call.seats.filter((seat) => seat.personId !== body.personId) }
  return call
}

type SignalWatcher = (signal: CallSignalView) => void

/** Who is in which room's call, as told last; and what the pages in a call send to this one. */
export class Calls extends Signal<Readonly<Record<string, CallView>>> {
  private readonly signalWatchers = new Set<SignalWatcher>()

  constructor() {
    super({})
  }

  watchSignals(watcher: SignalWatcher): () => void {
    this.signalWatchers.add(watcher)
    return () => void this.signalWatchers.delete(watcher)
  }

  signalled(signal: CallSignalView): void {
    for (const watcher of [...this.signalWatchers]) watcher(signal)
  }

  told(call: CallView): void {
    this.update((calls) => ({ ...calls, [call.roomId]: call }))
  }

  /** The record has gone on. */
  recorded(entry: EntryView): void {
    this.change(entry.roomId, (call) => afterEntry(call, entry))
  }

  ended(roomId: string): void {
    this.change(roomId, ended)
  }

  private change(roomId: string, change: (call: CallView) => CallView): void {
    this.update((calls) => (calls[roomId] ? { ...calls, [roomId]: change(calls[roomId]) } : calls))
  }
}
