import { afterEach, expect, test, vi } from 'vitest'
import { forgetLastWords, keepLastWords, lastWords } from './last-words'

afterEach(() => localStorage.clear())

test('last words are found by the beginning of their key, until they are forgotten', () => {
  keepLastWords('draft.me.room-1', '还没写完')
  keepLastWords('draft.other.room-1', '别人的')
  expect(lastWords('draft.me.')).toEqual({ 'room-1': '还没写完' })
  forgetLastWords('draft.me.room-1')
  expect(lastWords('draft.me.')).toEqual({})
})

test('a storage that is closed to us is no fault', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new DOMException('full', 'QuotaExceededError') })
  expect(() => keepLastWords('draft.me.room-1', '写不下')).not.toThrow()
})
