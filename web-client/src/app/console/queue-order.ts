import type { CaseSummaryView, RoomView } from '@/contracts/realtime'
import { dueAt } from '@/features/cases/due'

/** A case of the mediator with its rooms and what in it asks for attention. */
export interface QueueItem {
  readonly case: CaseSummaryView
  /** The joint room first, then the caucuses by colour, so that a row keeps its place while people speak. */
  readonly rooms: readonly RoomView[]
  readonly waiting: number
  readonly unread: number
  /** Its statutory period ends within a day, or is over. */
  readonly pressing: boolean
}

export interface Queue {
  /** Appointments that wait for yes or no. */
  readonly toAnswer: readonly QueueItem[]
  readonly running: readonly QueueItem[]
  /** Rooms that belong to no case: a butler's standing channels. */
  readonly standing: readonly RoomView[]
  /** Panels of colleagues' cases, into which the mediator was asked. */
  readonly panels: readonly RoomView[]
  /** Rooms of cases that have ended; they can still be read. */
  readonly ended: readonly RoomView[]
}

const day = 86_400_000
const kinds = ['Joint', 'Caucus', 'Panel', 'Council', 'Butler', 'Practice'] as const
const inPlace = (a: RoomView, b: RoomView) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.colour - b.colour || a.id.localeCompare(b.id)
const isAsked = (room: RoomView) => room.kind === 'Panel' && room.state !== 'Closed'
const sum = (rooms: readonly RoomView[], of: 'waiting' | 'held' | 'unread') => rooms.reduce((total, room) => total + room[of], 0)
/** Who sits in a lobby, and whose words wait for review. */
const sumWaiting = (rooms: readonly RoomView[]) => sum(rooms, 'waiting') + sum(rooms, 'held')

/**
 * First what the law hurries (the period over or its last day), then where somebody sits in a lobby, then where something is
 * unread; among equals the earlier deadline. Nothing depends on when somebody last spoke, so that rows do not jump about.
 */
export function queueOf(cases: readonly CaseSummaryView[], rooms: readonly RoomView[], now: number): Queue {
  const items = cases.map((one): QueueItem => {
    const own = rooms.filter((room) => room.caseId === one.id).sort(inPlace)
    const due = dueAt(one.nextClock)
    return { case: one, rooms: own, waiting: sumWaiting(own), unread: sum(own, 'unread'), pressing: due !== Infinity && due - now < day }
  })
  items.sort((a, b) =>
    Number(b.pressing) - Number(a.pressing) || Number(b.waiting > 0) - Number(a.waiting > 0) || Number(b.unread > 0) - Number(a.unread > 0)
    || compare(dueAt(a.case.nextClock), dueAt(b.case.nextClock)) || a.case.number.localeCompare(b.case.number))
  const known = new Set(cases.map((one) => one.id))
  return {
    toAnswer: items.filter((item) => item.case.stage === 'AwaitingAcceptance'),
    running: items.filter((item) => item.case.stage !== 'AwaitingAcceptance'),
    standing: rooms.filter((room) => room.caseId === null).sort(inPlace),
    panels: rooms.filter((room) => isAsked(room) && !known.has(room.caseId ?? '')).sort(inPlace),
    ended: rooms.filter((room) => room.caseId !== null && !known.has(room.caseId) && !isAsked(room)),
  }
}

// Infinity minus Infinity is no number.
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

/** What stands in the tab's title: people who wait and entries that are unread, of every room. */
export const callsOf = (rooms: readonly RoomView[]): number => sumWaiting(rooms) + sum(rooms, 'unread')
