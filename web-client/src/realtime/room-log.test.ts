import { expect, test } from 'vitest'
import type { EntryView } from '@/contracts/realtime'
import { emptyLog, hasEarlier, lastOf, missingAfter, newestOf, receive, receiveEarlier, receivePage, type RoomLog } from './room-log'

const entry = (sequence: number, body: unknown): EntryView => ({
  roomId: 'room', sequence, kind: 'Message', authorId: 'one', authorName: 'one', authorRole: 'Applicant', sentAt: '2026-11-26T00:00:00Z', clientMessageId: null, replyTo: null, entryHash: '', body,
})
const said = (sequence: number) => entry(sequence, { type: 'text', text: `句 ${sequence}` })
const taken = (sequence: number, of: number) => entry(sequence, { type: 'message-withdrawn', of })
const types = (log: RoomLog) => log.entries.map((one) => (one.body as { type: string }).type)
const page = (...entries: EntryView[]) => ({ entries, firstVisible: 1, head: 9 })

test('what is taken back is kept no longer, whichever of the two comes first', () => {
  const pushed = receive(receivePage(emptyLog, page(said(3), said(4))), [taken(5, 3)])
  expect(types(pushed)).toEqual(['withdrawn', 'text', 'message-withdrawn'])
  const later = receiveEarlier(receivePage(emptyLog, page(taken(5, 3), said(6))), page(said(3), said(4)))
  expect(types(later)).toEqual(['withdrawn', 'text', 'message-withdrawn', 'text'])
  const hole = receive(receive(receivePage(emptyLog, page(said(3))), [taken(5, 3)]), [said(4)])
  expect(types(hole)).toEqual(['withdrawn', 'text', 'message-withdrawn'])
  expect(JSON.stringify([pushed, later, hole])).not.toContain('句 3')
})

test('what the service says was erased is shown as taken back when its author took it back', () => {
  expect(types(receivePage(emptyLog, page(entry(3, { type: 'erased' }), taken(4, 3))))).toEqual(['withdrawn', 'message-withdrawn'])
  expect(types(receivePage(emptyLog, page(entry(3, { type: 'erased' }), said(4))))).toEqual(['erased', 'text'])
})

test('what was let go can be read again, and nothing seems to be missing', () => {
  const whole = receivePage(emptyLog, { entries: [1, 2, 3, 4, 5].map(said), firstVisible: 1, head: 5 })
  const cut = newestOf(whole, 2)
  expect([cut.entries.map(({ sequence }) => sequence), lastOf(cut), missingAfter(cut), hasEarlier(cut)]).toEqual([[4, 5], 5, null, true])
  expect(receive(cut, [said(3), said(6)]).entries.map(({ sequence }) => sequence)).toEqual([4, 5, 6])
  expect(receiveEarlier(cut, { entries: [2, 3].map(said), firstVisible: 1, head: 5 }).entries.map(({ sequence }) => sequence)).toEqual([2, 3, 4, 5])
  expect(newestOf(whole, 5)).toBe(whole)
})
