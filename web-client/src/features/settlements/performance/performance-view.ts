import type { FollowedObligationView, ObligationState } from '@/contracts/realtime'
import { parseYuan } from '@/lib/money'

export type Tone = '' | 'accent' | 'wait' | 'stop' | 'good'

const tones: Readonly<Record<ObligationState, Tone>> = { Due: 'accent', PartlyPerformed: 'wait', Overdue: 'stop', Disputed: 'stop', Performed: 'good' }

export const toneOf = (state: ObligationState): Tone => tones[state]

const ranks: Readonly<Record<ObligationState, number>> = { Overdue: 0, Disputed: 1, PartlyPerformed: 2, Due: 2, Performed: 3 }

/** What is late first (the latest of all on top), then what is disputed, then what is due next; what is performed stands last. */
export const inOrder = (obligations: readonly FollowedObligationView[]): readonly FollowedObligationView[] =>
  [...obligations].sort((a, b) => rankOf(a) - rankOf(b) || b.daysLate - a.daysLate || a.dueOn.localeCompare(b.dueOn) || a.number - b.number)

// A disputed one that is late belongs to the late ones.
const rankOf = (one: FollowedObligationView) => (one.daysLate > 0 ? 0 : ranks[one.state])

/** The share of the money that is confirmed, 0 to 1; null when it is not about money. */
export const shareOf = (one: FollowedObligationView): number | null => (one.amountFen === null || one.amountFen === 0 ? null : one.confirmedFen / one.amountFen)

/** What was typed as an amount, in fen; null unless it is more than nothing and at most `most`. */
export function amountOf(typed: string, most: number): number | null {
  const fen = parseYuan(typed)
  return fen !== null && fen > 0 && fen <= most ? fen : null
}

/** For a field: 160000 → "1600", 160050 → "1600.50". */
export const plainYuan = (fen: number): string => (fen % 100 === 0 ? `${fen / 100}` : (fen / 100).toFixed(2))
