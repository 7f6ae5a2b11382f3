import { describe, expect, it } from 'vitest'
import type { VersionView } from '@/contracts/realtime'
import { landmarks } from './landmarks'

const start = Date.parse('2026-03-02T09:00:00Z')
const version = (number: number, minutes: number, more: Partial<VersionView> = {}): VersionView =>
  ({ number, byName: '李敏', at: new Date(start + minutes * 60_000).toISOString(), origin: 'Saved', restoredFrom: null, shown: false, frozen: false, ...more })
const numbers = (versions: VersionView[]) => landmarks(versions).map((one) => one.number)

describe('landmarks', () => {
  it('leaves out what was saved in the middle of a stretch of writing', () => {
    expect(numbers([version(1, 0), version(2, 1), version(3, 2), version(4, 30), version(5, 31)])).toEqual([1, 3, 5])
  })

  it('keeps what another hand wrote, and the last before it', () => {
    expect(numbers([version(1, 0), version(2, 1), version(3, 2, { byName: '赵清' }), version(4, 3, { byName: '赵清' })])).toEqual([1, 2, 4])
  })

  it('keeps what was frozen, taken up again, and first shown', () => {
    expect(numbers([version(1, 0), version(2, 1), version(3, 2, { shown: true }), version(4, 3, { shown: true }), version(5, 4, { shown: true, frozen: true }), version(6, 5, { shown: true }),
      version(7, 6, { shown: true, origin: 'Restored', restoredFrom: 2 }), version(8, 7, { shown: true }), version(9, 8, { shown: true })])).toEqual([1, 3, 5, 6, 7, 9])
  })

  it('does not depend on the order in which they come', () => {
    expect(numbers([version(3, 2), version(1, 0), version(2, 1)])).toEqual([1, 3])
  })
})
