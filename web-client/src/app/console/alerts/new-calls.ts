import type { RoomView } from '@/contracts/realtime'

/** What a room asks for: people in its lobby, entries that are unread. */
export type Calls = ReadonlyMap<string, { waiting: number; unread: number }>

export const callsIn = (rooms: readonly RoomView[]): Calls => new Map(rooms.map((room) => [room.id, { waiting: room.waiting + room.held, unread: room.unread }]))

/** Rooms that call more than before and that the mediator does not look at; nothing when it is the first look. */
export function newCalls(before: Calls | null, rooms: readonly RoomView[], lookedAt: string | null): RoomView[] {
  if (before === null) return []
  return rooms.filter((room) => {
    const was = before.get(room.id) ?? { waiting: 0, unread: 0 }
    return room.id !== lookedAt && room.state !== 'Closed' && (room.waiting + room.held > was.waiting || room.unread > was.unread)
  })
}
