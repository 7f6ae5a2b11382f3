import type { PartyView, ProposalView, TermDraft } from '@/contracts/realtime'
import { figures, parseYuan } from '@/lib/money'

/** One row of the form, as typed. */
export interface TermRow {
  obligor: string
  obligee: string
  amount: string
  text: string
  dueOn: string
  manner: string
}

/** Who takes part: applicants always, respondents once they consented. */
export const takingPart = (parties: readonly PartyView[]): PartyView[] =>
  parties.filter((party) => party.role === 'Applicant' || (party.consented && !party.refused))

export function firstRow(parties: readonly PartyView[], used: readonly TermRow[] = []): TermRow {
  const obligee = parties.find((party) => party.role === 'Applicant')?.id ?? ''
  const respondents = parties.filter((party) => party.role === 'Respondent')
  const obligor = respondents.find((party) => !used.some((row) => row.obligor === party.id)) ?? respondents[0]
  return { obligor: obligor?.id ?? '', obligee, amount: '', text: '', dueOn: '', manner: '' }
}

export const rowsOf = (proposal: ProposalView): TermRow[] =>
  proposal.terms.map((term) => ({
    obligor: term.obligorPartyId, obligee: term.obligeePartyId, amount: term.amountFen === null ? '' : figures(term.amountFen),
    text: term.text, dueOn: term.dueOn ?? '', manner: term.manner ?? '',
  }))

export const withoutAmountOf = (row: TermRow): TermRow => ({ ...row, amount: '' })

export type RowFault = 'nothing' | 'amount' | 'self'

export function faultOf(row: TermRow): RowFault | null {
  if (row.obligor === row.obligee) return 'self'
  if (row.amount.trim() !== '' && !((parseYuan(row.amount) ?? 0) > 0)) return 'amount'
  return row.amount.trim() === '' && row.text.trim() === '' ? 'nothing' : null
}

export const draftOf = (row: TermRow): TermDraft => ({
  obligorPartyId: row.obligor, obligeePartyId: row.obligee, amountFen: row.amount.trim() === '' ? null : parseYuan(row.amount),
  text: row.text.trim(), dueOn: row.dueOn || null, manner: row.manner.trim() || null,
})

/** Everybody in the room whom the terms bind, without the proposer; those are asked. */
export function askedBy(rows: readonly TermRow[], me: string | null, inRoom: ReadonlySet<string>): string[] {
  const bound = new Set(rows.flatMap((row) => [row.obligor, row.obligee]))
  return [...bound].filter((id) => id !== me && inRoom.has(id))
}
