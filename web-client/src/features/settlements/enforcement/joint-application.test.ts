import { describe, expect, it } from 'vitest'
import type { ConfirmationState, EnforcementView, PacketItemView } from '../../../contracts/realtime'
import { detailsOf, isMoving, leftOf, mineToSupply, missingOf, toneOf } from './joint-application'
import { enforcement as en } from './i18n.en'
import { enforcement as zh } from './i18n.zh'

const item = (part: PacketItemView['part'], isThere: boolean, partyId: string | null = 'me'): PacketItemView => ({ part, isThere, partyId, partyName: partyId, supplier: 'Party' })

const view = (state: ConfirmationState, packet: PacketItemView[], maySupply = true, courtLink: EnforcementView['courtLink'] = 'Simulated'): EnforcementView => ({
  courtLink, packet,
  confirmation: { state, maySupply, seats: [{ partyId: 'me', isMe: true }, { partyId: 'other', isMe: false }] },
} as unknown as EnforcementView)

describe('what I can supply', () => {
  it('is what my own party lacks, nothing of the others', () => {
    const packet = [item('Identity', false), item('Address', true), item('Identity', false, 'other'), item('Address', false, 'other')]
    expect(mineToSupply(view('Joined', packet))).toEqual({ idNumber: true, address: false, proofs: false })
    expect(missingOf(view('Joined', packet))).toHaveLength(3)
  })
  it('is nothing before I have joined, and nothing for the mediator', () => {
    expect(mineToSupply(view('Joining', [item('Identity', false)], false))).toEqual({ idNumber: false, address: false, proofs: false })
    expect(mineToSupply({ ...view('Joining', []), confirmation: null })).toEqual({ idNumber: false, address: false, proofs: false })
  })
  it('is the address again when the court asks for more, and a proof that anybody may bring', () => {
    expect(mineToSupply(view('MoreAsked', [item('Address', true), item('PropertyRight', false, null)]))).toEqual({ idNumber: false, address: true, proofs: true })
  })
  it('sends nothing for an empty field', () => expect(detailsOf('  ', ' 海州区1号 ')).toEqual({ idNumber: null, address: '海州区1号' }))
})

describe('the days that are left', () => {
  const due = '2026-12-25T00:00:00+08:00'
  const at = (moment: string) => leftOf(due, Date.parse(moment))
  it('count down to the last day and its end', () => {
    expect(at('2026-11-24T10:00:00+08:00')).toEqual({ key: 'daysLeft', count: 31 })
    expect(at('2026-12-23T12:00:00+08:00')).toEqual({ key: 'daysLeft', count: 2 })
    expect(at('2026-12-24T00:00:00+08:00').key).toBe('lastDay')
    expect(at('2026-12-24T23:59:59+08:00').key).toBe('lastDay')
    expect(at(due).key).toBe('over')
  })
})

describe('asking again', () => {
  it('happens while the court is about to answer', () => {
    for (const state of ['Joined', 'Sending', 'Filed', 'Accepted'] as const) expect(isMoving(view(state, []))).toBe(true)
    for (const state of ['Joining', 'Confirmed', 'Refused', 'MoreAsked', 'Declined', 'Withdrawn'] as const) expect(isMoving(view(state, []))).toBe(false)
    expect(isMoving(view('Joined', [], true, 'None'))).toBe(false)
    expect(isMoving(undefined)).toBe(false)
  })
  it('shows each state in its own tone', () => expect((['Joining', 'Filed', 'Confirmed', 'Refused'] as const).map(toneOf)).toEqual(['wait', 'accent', 'good', 'stop']))
})

it('has words in both languages for every state, step, part and route', () => {
  for (const words of ['state', 'step', 'part', 'route', 'by', 'ground', 'after'] as const) expect(Object.keys(en[words])).toEqual(Object.keys(zh[words]))
})
