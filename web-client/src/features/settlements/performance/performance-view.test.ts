import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FollowedObligationView, ObligationState } from '@/contracts/realtime'
import { amountOf, inOrder, plainYuan, shareOf, toneOf } from './performance-view'

const one = (number: number, state: ObligationState, dueOn: string, daysLate = 0): FollowedObligationView => ({
  number, state, dueOn, daysLate, obligorNames: ['周永顺'], obligeeName: '李海生', amountFen: 160_000, amountFigures: '¥1,600.00', what: '工资', manner: '银行转账',
  confirmedFen: 40_000, restFen: 120_000, restFigures: '¥1,200.00', reportableFen: 120_000, unanswered: [], history: [], mayAct: [],
})

describe('the order of obligations', () => {
  it('puts the latest on top, then disputes, then the next due day, and what is performed last', () => {
    const shown = inOrder([
      one(1, 'Performed', '2026-01-01'), one(2, 'Due', '2026-12-20'), one(3, 'Overdue', '2026-11-20', 6), one(4, 'Disputed', '2026-12-30'),
      one(5, 'PartlyPerformed', '2026-12-10'), one(6, 'Disputed', '2026-11-10', 16),
    ])
    expect(shown.map((obligation) => obligation.number)).toEqual([6, 3, 4, 5, 2, 1])
  })
  it('leaves what it was given as it was', () => {
    const given = [one(2, 'Due', '2026-12-20'), one(1, 'Overdue', '2026-11-01', 3)]
    inOrder(given)
    expect(given.map((obligation) => obligation.number)).toEqual([2, 1])
  })
  it('is one order, however it was given', () => {
    const states: ObligationState[] = ['Due', 'PartlyPerformed', 'Overdue', 'Disputed', 'Performed']
    fc.assert(fc.property(fc.array(fc.record({ state: fc.constantFrom(...states), day: fc.integer({ min: 1, max: 28 }), late: fc.integer({ min: 0, max: 3 }) }), { maxLength: 8 }), (facts) => {
      const all = facts.map((fact, at) => one(at + 1, fact.state, `2026-12-${`${fact.day}`.padStart(2, '0')}`, fact.state === 'Performed' ? 0 : fact.late))
      expect(inOrder([...all].reverse())).toEqual(inOrder(all))
    }))
  })
})

describe('an obligation', () => {
  it('has a colour for each state', () => {
    expect((['Due', 'PartlyPerformed', 'Overdue', 'Disputed', 'Performed'] as const).map(toneOf)).toEqual(['accent', 'wait', 'stop', 'stop', 'good'])
  })
  it('shows how much of the money is confirmed', () => {
    expect(shareOf(one(1, 'PartlyPerformed', '2026-12-01'))).toBe(0.25)
    expect(shareOf({ ...one(1, 'Due', '2026-12-01'), amountFen: null })).toBeNull()
  })
})

describe('an amount that is typed', () => {
  it('is taken up to what can stand there and no further', () => {
    expect(amountOf('1,600', 160_000)).toBe(160_000)
    expect(amountOf('１６００．５０元', 160_050)).toBe(160_050)
    for (const typed of ['', '0', '-1', '1600.01', '一千', '1.234']) expect(amountOf(typed, 160_000)).toBeNull()
  })
  it('comes back as it was written', () =>
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), (fen) => amountOf(plainYuan(fen), fen) === fen)))
})
