import { expect, it } from 'vitest'
import { lastDayBefore } from './time'

it('names the last day of a period as it is in China, wherever the reader is', () => {
  expect(lastDayBefore('2026-12-11T16:00:00Z')).toBe('2026-12-11') // 24:00 in Beijing
  expect(lastDayBefore('2026-12-31T16:00:00Z')).toBe('2026-12-31')
})
