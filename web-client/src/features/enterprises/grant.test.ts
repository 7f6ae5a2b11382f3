import { describe, expect, it } from 'vitest'
import { faultsOf, inMonths, newGrant, today } from './grant'

const lateEvening = new Date('2026-01-31T17:00:00Z') // 1 February, 01:00 in China

describe('the days of a mandate', () => {
  it('are those of China, wherever the reader is', () => {
    expect(today(lateEvening)).toBe('2026-02-01')
    expect(today(new Date('2026-01-31T15:59:59Z'))).toBe('2026-01-31')
  })

  it('stay within the month that is meant', () => {
    const january31 = new Date('2026-01-31T04:00:00Z')
    expect(inMonths(1, january31)).toBe('2026-02-28')
    expect(inMonths(12, january31)).toBe('2027-01-31')
    expect(inMonths(25, january31)).toBe('2028-02-29')
  })
})

describe('a mandate being typed', () => {
  const good = { ...newGrant(), name: '何助理', contact: '139 0000 0201', validTo: '2026-02-01' }

  it('is fine with a name, a contact and a day that is not past', () => {
    expect(faultsOf(good, lateEvening)).toEqual({})
    expect(faultsOf({ ...good, contact: 'He@Example.org' }, lateEvening)).toEqual({})
  })

  it('says what is missing', () => {
    expect(faultsOf({ ...good, name: ' ', contact: '何助理', validTo: '2026-01-31' }, lateEvening)).toEqual({ name: true, contact: true, validTo: true })
    expect(faultsOf({ ...good, validTo: '' }, lateEvening)).toEqual({ validTo: true })
  })
})
