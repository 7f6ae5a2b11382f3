import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { EntryView, RoomRole } from '@/contracts/realtime'
import { readsIn } from './reading-language'
import { useAttached, waitsForRendering } from './use-renderings'

const entry = (sequence: number, body: object, replyTo: number | null = null, authorRole: RoomRole = 'Applicant'): EntryView => ({
  roomId: 'r', sequence, kind: 'Message', authorId: 'a', authorName: '李', authorRole, sentAt: '2026-05-01T00:00:00Z', clientMessageId: null, replyTo, entryHash: '', body,
})
const text = (sequence: number) => entry(sequence, { type: 'text', text: `${sequence}` })
const rendering = (sequence: number, of: number, language = 'en') => entry(sequence, { type: 'rendering', language, text: 'x' }, of, 'Interpreter')

it('puts renderings under the original that is held, and leaves those of others in the run', () => {
  const all = [text(5), rendering(6, 5), rendering(7, 2), text(8), rendering(9, 5, 'ko')]
  const { entries, attached } = renderHook(() => useAttached(all)).result.current
  expect(entries.map((one) => one.sequence)).toEqual([5, 7, 8])
  expect(attached.get(5)?.map((one) => one.sequence)).toEqual([6, 9])
})

it('waits for one language less than the room has, from when the interpreter came', () => {
  const two = [{ languages: ['zh', 'en'], since: 4 }]
  expect(waitsForRendering(text(5), [], two)).toBe(true)
  expect(waitsForRendering(text(3), [], two)).toBe(false)
  expect(waitsForRendering(text(5), [rendering(6, 5)], two)).toBe(false)
  expect(waitsForRendering(text(5), [rendering(6, 5)], [...two, { languages: ['zh', 'ko'], since: 4 }])).toBe(true)
  expect(waitsForRendering(text(5), [], [])).toBe(false)
  expect(waitsForRendering(entry(6, { type: 'text', text: 'y' }, null, 'Interpreter'), [], two)).toBe(false)
})

it('reads first in the language of the pages unless something else was chosen', () => {
  expect(readsIn('pages', 'zh-CN')).toBe('zh')
  expect(readsIn('original', 'en')).toBe(null)
  expect(readsIn('ko', 'en')).toBe('ko')
})
