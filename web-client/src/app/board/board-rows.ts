import type { CaseSummaryView } from '@/contracts/realtime'
import { dueAt } from '@/features/cases/due'

export type BoardShow = 'needed' | 'running' | 'ended' | 'all'

const ended = (one: CaseSummaryView) => one.stage === 'Closed' || one.stage === 'Agreed'

/** Waits for the centre: nobody mediates it yet, or a statutory period is over. */
export const needsCentre = (one: CaseSummaryView, now: number): boolean =>
  !ended(one) && (one.stage === 'ChoosingMediator' || one.stage === 'Filed' || dueAt(one.nextClock) < now)

const matches = (one: CaseSummaryView, words: readonly string[]) => {
  const text = [one.number, one.title, one.mediatorName ?? '', one.organisationName].join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}

/** Rows of the board: what is asked for, the next clock first. */
export function boardRows(cases: readonly CaseSummaryView[], show: BoardShow, search: string, now: number): CaseSummaryView[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const due = (one: CaseSummaryView) => dueAt(one.nextClock)
  return cases
    .filter((one) => (show === 'all' || (show === 'needed' ? needsCentre(one, now) : show === 'ended' ? ended(one) : !ended(one))) && matches(one, words))
    .sort((a, b) => (due(a) === due(b) ? b.changedAt.localeCompare(a.changedAt) : due(a) < due(b) ? -1 : 1))
}
