import type { VersionView } from '@/contracts/realtime'

/** Saves of one person that follow one another within so long (ms) are one stretch of writing. */
const stretch = 10 * 60_000

/**
 * The versions that somebody would look for: how each stretch of writing ended, the first and the latest, what was frozen, taken up again or
 * first shown. Between them lies what was saved while somebody typed.
 */
export function landmarks(versions: readonly VersionView[]): VersionView[] {
  const inOrder = versions.toSorted((a, b) => a.number - b.number)
  return inOrder.filter((one, at) => {
    const [before, next] = [inOrder[at - 1], inOrder[at + 1]]
    const goesOn = next !== undefined && next.origin === 'Saved' && next.byName === one.byName && Date.parse(next.at) - Date.parse(one.at) <= stretch
    return !goesOn || before === undefined || one.origin !== 'Saved' || one.frozen || (one.shown && !before.shown)
  })
}
