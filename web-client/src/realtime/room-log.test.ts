import { expect, test } from 'vitest'
import type { EntryView } from '@/contracts/realtime'
import { emptyLog, receive, receiveEarlier, receivePage, type RoomLog } from './room-log'

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
