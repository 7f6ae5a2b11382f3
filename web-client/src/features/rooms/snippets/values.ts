import type { CaseView, PartyRole } from '@/contracts/realtime'
import { capitals, figures } from '@/lib/money'
import { isEnglish } from '@/lib/sentence'
import { dayOf, lastDayBefore, plainDate } from '@/lib/time'
import type { SnippetValues } from './fill'

export const noValues: SnippetValues = { 申请人: null, 被申请人: null, 本方: null, 案号: null, 金额: null, 截止日: null, 调解员: null, 机构: null, 电话: null, 今天: null }

/**
 * What the variables stand for in one room: facts of its case's file, which both sides may see, and nothing that was said in any room.
 * @param caucusPartyId Whose caucus it is; null elsewhere.
 */
export function valuesOf(view: CaseView, caucusPartyId: string | null, language: string, now: Date = new Date()): SnippetValues {
  const names = (role: PartyRole) => view.parties.filter((party) => party.role === role && !party.refused).map((party) => party.name).join(isEnglish(language) ? ', ' : '、') || null
  const asked = view.claims.flatMap((claim) => (claim.amountFen === null ? [] : [claim.amountFen]))
  const sum = asked.reduce((total, fen) => total + fen, 0)
  const due = view.clocks.filter((clock) => clock.running && clock.suspendedSince === null).map((clock) => clock.dueAt).sort()[0]
  return {
    申请人: names('Applicant'),
    被申请人: names('Respondent'),
    本方: view.parties.find((party) => party.id === caucusPartyId)?.name ?? null,
    案号: view.number,
    金额: asked.length === 0 ? null : isEnglish(language) ? `${figures(sum)} yuan` : `${figures(sum)}元（${capitals(sum)}）`,
    截止日: due === undefined ? null : plainDate(lastDayBefore(due), language),
    调解员: view.mediatorName,
    机构: view.organisationName,
    电话: view.organisationPhone === '' ? null : view.organisationPhone,
    今天: plainDate(dayOf(now), language),
  }
}
