import { expect, it } from 'vitest'
import { asClock, minutesTaken, secondsLeft } from './spent'

const startedAt = '2026-03-02T01:00:00Z'
const at = (seconds: number) => Date.parse(startedAt) + seconds * 1_000

it('counts down by the record’s time and on below nothing, without cutting off', () => {
  expect(secondsLeft({ minutes: 5, startedAt }, at(0))).toBe(300)
  expect(secondsLeft({ minutes: 5, startedAt }, at(299.2))).toBe(1)
  expect(secondsLeft({ minutes: 5, startedAt }, at(375))).toBe(-75)
  expect(secondsLeft({ minutes: 5, startedAt: null }, at(999))).toBe(300)
  expect([asClock(300), asClock(-75), asClock(0)]).toEqual(['5:00', '1:15', '0:00'])
})

it('says how long a point took', () => {
  expect(minutesTaken({ startedAt, endedAt: '2026-03-02T01:12:20Z' })).toBe(12)
  expect(minutesTaken({ startedAt, endedAt: '2026-03-02T01:00:05Z' })).toBe(1)
  expect(minutesTaken({ startedAt, endedAt: null })).toBe(0)
})
