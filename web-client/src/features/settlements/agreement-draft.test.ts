import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { ProposalView } from '../../contracts/realtime'
import { emptyObligation, fenOf, isAmount, moveRow, requestOf, withAgreed, yuanText, type AgreementDraft } from './agreement-draft'

const agreed = (fen: number | null, text: string, state: ProposalView['state'] = 'Agreed'): ProposalView => ({
  state,
  terms: [{ obligorPartyId: 'zhou', obligorName: '周永顺', obligeePartyId: 'li', obligeeName: '李海生', amountFen: fen, amountCapitals: null, text, dueOn: '2026-12-01', manner: '银行转账' }],
} as unknown as ProposalView)

const empty: AgreementDraft = { facts: '', clauses: [], obligations: [] }

describe('amounts', () => {
  it('reads what people type', () => {
    expect(fenOf('1600')).toBe(160_000)
    expect(fenOf('1,600.5')).toBe(160_050)
    expect(fenOf('¥1,600.05 元')).toBe(160_005)
    expect(fenOf('0')).toBe(0)
  })
  it('takes nothing for an amount that is none', () => {
    for (const text of ['', '一千', '1.234', '-5', '1e9', '1.', '12345678901234']) expect(fenOf(text)).toBeNull()
    expect(isAmount('')).toBe(true)
    expect(isAmount('1.')).toBe(false)
  })
  it('writes back exactly what it read', () =>
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999_999_999 }), (fen) => fenOf(yuanText(fen)) === fen)))
})

describe('prefilling from agreed proposals', () => {
  it('takes what is agreed and nothing else, once', () => {
    const proposals = [agreed(160_000, '三月份工资'), agreed(999, '四月份工资', 'Open'), agreed(1, '旧方案', 'Declined')]
    const first = withAgreed(empty, proposals)
    expect(first.added).toBe(1)
    expect(first.draft.obligations[0]).toMatchObject({ obligorPartyId: 'zhou', obligeePartyId: 'li', yuan: '1600', what: '三月份工资', manner: '银行转账', dueOn: '2026-12-01' })
    expect(withAgreed(first.draft, proposals).added).toBe(0)
  })
  it('leaves alone what the mediator has written', () => {
    const own = { ...emptyObligation(), what: '书面道歉' }
    expect(withAgreed({ ...empty, obligations: [own] }, [agreed(160_000, '三月份工资')]).draft.obligations[0]).toBe(own)
  })
})

describe('rows', () => {
  it('move without loss', () =>
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.integer({ min: -2, max: 12 }), fc.integer({ min: -2, max: 12 }), (rows, from, to) => {
        expect([...moveRow(rows, from, to)].sort()).toEqual([...rows].sort())
      }),
    ))
  it('go to the service without the empty clauses, with the version that was seen', () => {
    const request = requestOf({ facts: '事实', clauses: [{ key: 'a', text: ' ' }, { key: 'b', text: '不再有其他争议' }], obligations: [emptyObligation()] }, 7)
    expect(request).toEqual({
      expectedVersion: 7,
      facts: '事实',
      clauses: [{ text: '不再有其他争议' }],
      obligations: [{ obligorPartyId: null, obligeePartyId: null, jointObligorPartyIds: [], amountFen: null, what: '', manner: '', dueOn: null }],
    })
  })
})
