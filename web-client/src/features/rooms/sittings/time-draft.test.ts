import { expect, it } from 'vitest'
import { clashesOf } from './time-draft'

const own = { sittingId: 'a', caseId: 'c', caseNumber: '1', title: '', roomId: null, startsAt: '2026-12-03T06:00:00Z', minutes: 60, place: null, isFixed: true }

it('finds what overlaps, not what only touches, and not the one that is moved', () => {
  const at = (time: string, minutes = 60) => clashesOf({ at: `2026-12-03T${time}`, minutes, place: '' }, [own], undefined).length
  expect([at('12:30'), at('13:00'), at('13:01'), at('14:30'), at('15:00'), at('12:00', 240)]).toEqual([0, 0, 1, 1, 0, 1])
  expect(clashesOf({ at: '2026-12-03T14:00', minutes: 60, place: '' }, [own], 'a')).toEqual([])
  expect(clashesOf({ at: '', minutes: 60, place: '' }, [own])).toEqual([])
})
