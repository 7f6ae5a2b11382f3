import type { EntryView, RoomView } from '@/contracts/realtime'
import { countsAsUnread, type RoomNow } from './room-now'

/** A room of the list after entries have come, its own and others'. */
export function counted(view: RoomView, arrived: readonly EntryView[], me: string): RoomView {
  return arrived.reduce((known, entry) => {
    if (entry.roomId !== known.id || entry.sequence <= known.head) return known
    return { ...known, head: entry.sequence, unread: known.unread + (countsAsUnread(entry, me) ? 1 : 0), lastEntryAt: entry.sentAt }
  }, view)
}

/** Whether a mediator comes or goes when these are the people present. */
export function attended(room: RoomNow | undefined, present: readonly string[]): boolean {
  const mediators = room?.snapshot?.members.filter((member) => member.role === 'Mediator') ?? []
  return mediators.some(({ personId }) => present.includes(personId) !== room?.present.includes(personId))
}

/** What was pushed, or read here, while the list was on its way is not taken back by it. */
export function furtherOf(asked: RoomView, known: RoomView): RoomView {
  if (asked.myStanding !== 'Admitted' || (known.head <= asked.head && known.myRead <= asked.myRead)) return asked
  const { head, myRead, unread, lastEntryAt } = known
  return { ...asked, head, myRead, unread, lastEntryAt }
}
