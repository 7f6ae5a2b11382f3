import type { AgreementView, DraftAgreementRequest, ObligationDraft, ProposalView } from '../../contracts/realtime'

/** What the editor holds: rows keep a key of their own, so that moving one does not move the cursor to another. */
export interface AgreementDraft {
  readonly facts: string
  readonly clauses: readonly ClauseRow[]
  readonly obligations: readonly ObligationRow[]
}

export interface ClauseRow {
  readonly key: string
  readonly text: string
}

export interface ObligationRow {
  readonly key: string
  readonly obligorPartyId: string | null
  readonly obligeePartyId: string | null
  /** Who owes the whole of it beside the obligor. */
  readonly jointObligorPartyIds: readonly string[]
  /** As typed, in yuan; may be half typed. Empty when the obligation is not for money. */
  readonly yuan: string
  readonly what: string
  readonly manner: string
  /** yyyy-mm-dd, or empty. */
  readonly dueOn: string
}

let made = 0
export const newKey = () => `row-${++made}`

export const emptyObligation = (): ObligationRow => ({ key: newKey(), obligorPartyId: null, obligeePartyId: null, jointObligorPartyIds: [], yuan: '', what: '', manner: '', dueOn: '' })

export function draftOf(view: AgreementView): AgreementDraft {
  return {
    facts: view.facts,
    clauses: view.clauses.map(({ text }) => ({ key: newKey(), text })),
    obligations: view.obligations.map((one) => ({
      key: newKey(),
      obligorPartyId: one.obligorPartyId,
      obligeePartyId: one.obligeePartyId,
      jointObligorPartyIds: one.jointObligorPartyIds,
      yuan: one.amountFen === null ? '' : yuanText(one.amountFen),
      what: one.what,
      manner: one.manner,
      dueOn: one.dueOn ?? '',
    })),
  }
}

export function requestOf(draft: AgreementDraft, expectedVersion: number): DraftAgreementRequest {
  return {
    expectedVersion,
    facts: draft.facts,
    clauses: draft.clauses.filter(({ text }) => text.trim() !== '').map(({ text }) => ({ text })),
    obligations: draft.obligations.map((row) => ({
      obligorPartyId: row.obligorPartyId,
      obligeePartyId: row.obligeePartyId,
      jointObligorPartyIds: [...row.jointObligorPartyIds],
      amountFen: fenOf(row.yuan),
      what: row.what,
      manner: row.manner,
      dueOn: row.dueOn === '' ? null : row.dueOn,
    })),
  }
}

/** Equal in what would be saved; keys do not count. */
export const sameDraft = (a: AgreementDraft, b: AgreementDraft) => JSON.stringify(requestOf(a, 0)) === JSON.stringify(requestOf(b, 0))

/** 1,600.5 → 160050 fen; null for nothing or for something that is no amount (at most two decimals, up to 9999亿). */
export function fenOf(yuan: string): number | null {
  const plain = yuan.replace(/[,,\s¥¥元]/g, '')
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(plain)) return null
  const [whole, part = ''] = plain.split('.')
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

export const isAmount = (yuan: string) => yuan.trim() === '' || fenOf(yuan) !== null

export function yuanText(fen: number): string {
  const whole = Math.trunc(fen / 100)
  const part = fen % 100
  return part === 0 ? String(whole) : `${whole}.${String(part).padStart(2, '0')}`
}

/** Moves the row at `from` to place `to`; out of range changes nothing. */
export function moveRow<T>(rows: readonly T[], from: number, to: number): readonly T[] {
  if (from === to || from < 0 || to < 0 || from >= rows.length || to >= rows.length) return rows
  const moved = [...rows]
  moved.splice(to, 0, ...moved.splice(from, 1))
  return moved
}

/**
 * Obligations from what has been agreed in the rooms, added to those that are there. A term that stands already
 * (same two parties, same sum, same words) is not added twice, so the button can be pressed again after the next agreement.
 */
export function withAgreed(draft: AgreementDraft, proposals: readonly ProposalView[]): { draft: AgreementDraft; added: number } {
  const known = new Set(draft.obligations.map(signatureOf))
  const rows: ObligationRow[] = []
  for (const proposal of proposals.filter(({ state }) => state === 'Agreed')) {
    for (const term of proposal.terms) {
      const row: ObligationRow = {
        key: newKey(),
        obligorPartyId: term.obligorPartyId,
        obligeePartyId: term.obligeePartyId,
        jointObligorPartyIds: [],
        yuan: term.amountFen === null ? '' : yuanText(term.amountFen),
        what: term.text,
        manner: term.manner ?? '',
        dueOn: term.dueOn ?? '',
      }
      if (known.has(signatureOf(row))) continue
      known.add(signatureOf(row))
      rows.push(row)
    }
  }
  return { draft: { ...draft, obligations: [...draft.obligations, ...rows] }, added: rows.length }
}

/** A template's words added to those that are there; facts only where they are not there yet, a clause never twice. */
export function withTemplate(draft: AgreementDraft, taken: { facts: string; clauses: readonly string[]; obligations: readonly ObligationDraft[] }): AgreementDraft {
  const facts = taken.facts === '' || draft.facts.includes(taken.facts) ? draft.facts : [draft.facts.trim(), taken.facts].filter(Boolean).join('\n')
  const clauses = taken.clauses.filter((text) => !draft.clauses.some((clause) => clause.text === text))
  const empty = (row: ObligationRow) => row.what.trim() === '' && row.yuan.trim() === '' && row.manner.trim() === ''
  return {
    facts,
    clauses: [...draft.clauses.filter((clause) => clause.text.trim() !== ''), ...clauses.map((text) => ({ key: newKey(), text }))],
    obligations: [...draft.obligations.filter((row) => !empty(row)), ...taken.obligations.map((one) => ({
      key: newKey(), obligorPartyId: one.obligorPartyId, obligeePartyId: one.obligeePartyId, jointObligorPartyIds: one.jointObligorPartyIds ?? [],
      yuan: one.amountFen === null ? '' : yuanText(one.amountFen), what: one.what, manner: one.manner, dueOn: one.dueOn ?? '',
    }))],
  }
}

const signatureOf = (row: ObligationRow) => JSON.stringify([row.obligorPartyId, row.obligeePartyId, fenOf(row.yuan), row.what.trim()])
