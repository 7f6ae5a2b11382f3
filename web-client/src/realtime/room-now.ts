import type { EntryView, MemberView, ReadPositionView, RoomSnapshot } from '@/contracts/realtime'
import type { Refusal } from '@/lib/refusal'
import { emptyLog, receivePage, type RoomLog } from './room-log'

/** Where this browser stands with one room. `snapshot` is null until the service answered the first time. */
export interface RoomNow {
  readonly roomId: string
  readonly snapshot: Omit<RoomSnapshot, 'entries'> | null
  readonly log: RoomLog
  /** Entered on the present connection (else what is shown may be behind). */
  readonly entered: boolean
  readonly refusal: Refusal | null
  readonly revoked: boolean
  readonly present: readonly string[]
  /** Who types, with the moment (ms) after which it no longer counts. */
  readonly typing: Readonly<Record<string, number>>
  readonly waiting: readonly MemberView[]
  readonly readPositions: readonly ReadPositionView[]
}

export const newRoom = (roomId: string): RoomNow => ({
  roomId, snapshot: null, log: emptyLog, entered: false, refusal: null, revoked: false, present: [], typing: {}, waiting: [], readPositions: [],
})

/** A typing sign holds this long unless it is renewed. */
export const typingHolds = 6_000

export function withSnapshot(room: RoomNow, snapshot: RoomSnapshot): RoomNow {
  const { entries, ...rest } = snapshot
  const inside = snapshot.room.myStanding === 'Admitted'
  return {
    ...room,
    snapshot: rest,
    entered: true,
    refusal: null,
    revoked: false,
    log: inside ? receivePage(room.log, { entries, firstVisible: snapshot.firstVisible, head: snapshot.head }) : room.log,
    readPositions: snapshot.readPositions.map((position) => furthest(position, room.readPositions)),
    waiting: snapshot.mayPreside ? snapshot.members.filter((member) => member.standing === 'Waiting') : [],
  }
}

/** Read positions only move forward, whichever device or tab moved them. */
function furthest(position: ReadPositionView, known: readonly ReadPositionView[]): ReadPositionView {
  const before = known.find((other) => other.personId === position.personId)
  return before && before.sequence > position.sequence ? before : position
}

export function withReadPosition(room: RoomNow, position: ReadPositionView): RoomNow {
  const others = room.readPositions.filter((other) => other.personId !== position.personId)
  return { ...room, readPositions: [...others, furthest(position, room.readPositions)] }
}

export function withTyping(room: RoomNow, personId: string, typing: boolean, now: number): RoomNow {
  const rest = Object.fromEntries(Object.entries(room.typing).filter(([id, until]) => id !== personId && until > now))
  return { ...room, typing: typing ? { ...rest, [personId]: now + typingHolds } : rest }
}

/** Nothing of the room stays on screen after the right to it has gone. */
export const withoutAccess = (room: RoomNow): RoomNow => ({ ...newRoom(room.roomId), entered: true, revoked: true })

/** What others have said or shown; joinings and the like are not counted, here as in the service. */
export const countsAsUnread = (entry: EntryView, me: string): boolean => entry.kind !== 'System' && entry.authorId !== me

export const unreadOf = (room: RoomNow, me: string): number => {
  const read = room.readPositions.find((position) => position.personId === me)?.sequence ?? room.snapshot?.room.myRead ?? 0
  return room.log.entries.filter((entry) => entry.sequence > read && countsAsUnread(entry, me)).length
}
