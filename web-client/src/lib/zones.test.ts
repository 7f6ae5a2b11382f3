import { expect, it } from 'vitest'
import { elsewhere, fromChina, inChina, toChinaField } from './zones'

it('tells both times, and knows when clocks change in New York', () => {
  expect(inChina('2026-12-03T06:00:00Z', 'zh-CN')).toContain('14:00')
  expect(elsewhere('2026-12-03T06:00:00Z', 'America/New_York', 'en')).toContain('01:00')
  expect(elsewhere('2026-11-01T05:59:00Z', 'America/New_York', 'en')).toContain('01:59') // summer time still
  expect(elsewhere('2026-11-01T06:00:00Z', 'America/New_York', 'en')).toContain('01:00')
  expect(elsewhere('2027-03-14T07:00:00Z', 'America/New_York', 'en')).toContain('03:00')
  for (const same of ['Asia/Shanghai', 'Asia/Singapore']) expect(elsewhere('2026-12-03T06:00:00Z', same, 'zh-CN')).toBeNull()
})

it('reads what a field says in China and writes it back, wherever the browser is', () => {
  expect(fromChina('2026-12-03T14:00')).toBe('2026-12-03T06:00:00.000Z')
  expect(toChinaField('2026-12-03T06:00:00.000Z')).toBe('2026-12-03T14:00')
})
