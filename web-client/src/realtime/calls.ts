import type { CallView, EntryView } from '@/contracts/realtime'

export const ended = (call: CallView): CallView => ({ ...call, open: false, held: false, seats: [] })

/** What the record says is acted on at once, without waiting for the next word of who is in the call: whoever was removed is cut off as promptly as from the text. */
export function afterEntry(call: CallView, entry: EntryView): CallView {
  const body = entry.body as { type?: unknown; personId?: unknown } | null
  if (body?.type === 'call-ended' || body?.type === 'closed' || body?.type === 'adjourned') return ended(call)
  if (body?.type === 'removed') return { ...call, seats: call.seats.filter((seat) => seat.personId !== body.personId) }
  return call
}
