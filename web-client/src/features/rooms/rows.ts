import type { EntryView } from '@/contracts/realtime'
import { dayOf } from '@/lib/time'
import { withdrawnBy } from '@/realtime'

const together = 5 * 60_000

/** Said by the same person within five minutes on the same day, with nothing in between. */
export const goesOn = (entry: EntryView, above: EntryView | undefined): boolean =>
  above !== undefined && entry.kind !== 'System' && above.kind !== 'System' && entry.authorId === above.authorId && entry.replyTo === null
  && withdrawnBy(above) === null && Date.parse(entry.sentAt) - Date.parse(above.sentAt) < together && dayOf(entry.sentAt) === dayOf(above.sentAt)

export const startsDay = (entry: EntryView, above: EntryView | undefined): boolean => dayOf(entry.sentAt) !== dayOf(above?.sentAt ?? '')

/**
 * Where an entry stands among the rows; a rendering that went under its original stands where that one does.
 * @param all without a hole, from its first on
 * @param rows some of them, in the same order
 * @returns -1 when it is not held
 */
export function rowOf(all: readonly EntryView[], rows: readonly EntryView[], sequence: number): number {
  const found = place(rows, sequence)
  if (found >= 0) return found
  const original = all[sequence - (all[0]?.sequence ?? 0)]?.replyTo
  return original === null || original === undefined ? -1 : place(rows, original)
}

function place(rows: readonly EntryView[], sequence: number): number {
  let [low, high] = [0, rows.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const here = rows[middle]?.sequence ?? 0
    if (here === sequence) return middle
    if (here < sequence) low = middle + 1
    else high = middle - 1
  }
  return -1
}
