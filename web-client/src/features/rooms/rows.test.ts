import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EntryView } from '@/contracts/realtime'
import { goesOn, rowOf } from './rows'

const entry = (sequence: number, more: Partial<EntryView> = {}): EntryView => ({
  roomId: 'r', sequence, kind: 'Message', authorId: 'a', authorName: '甲', authorRole: 'Party', replyTo: null, sentAt: new Date(Date.UTC(2026, 0, 5, 2, 0, sequence)).toISOString(), body: { type: 'text', text: `${sequence}` }, ...more,
} as EntryView)

test('an entry is found in its row; a rendering where its original stands', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), (base, attached) => {
    // Every second kind answers the entry just before it and stands in that one's row.
    const all = attached.map((under, at) => entry(base + at, under && at > 0 ? { replyTo: base + at - 1 } : {}))
    const rows = all.filter((_, at) => !(attached[at] && at > 0) || attached[at - 1])
    all.forEach(({ sequence, replyTo }) => {
      const row = rowOf(all, rows, sequence)
      const own = rows.findIndex((one) => one.sequence === sequence)
      expect(row).toBe(own >= 0 ? own : rows.findIndex((one) => one.sequence === replyTo))
    })
    expect(rowOf(all, rows, base - 1)).toBe(-1)
    expect(rowOf(all, rows, base + all.length)).toBe(-1)
  }))
})

test('the name is said once for what one person says within five minutes', () => {
  expect(goesOn(entry(2), entry(1))).toBe(true)
  expect(goesOn(entry(1), undefined)).toBe(false)
  expect(goesOn(entry(2, { authorId: 'b' }), entry(1))).toBe(false)
  expect(goesOn(entry(2, { replyTo: 1 }), entry(1))).toBe(false)
  expect(goesOn(entry(2), entry(1, { kind: 'System' }))).toBe(false)
  expect(goesOn(entry(301), entry(1))).toBe(false)
  expect(goesOn(entry(2), entry(1, { body: { type: 'message-withdrawn', of: 0 } }))).toBe(false)
})
