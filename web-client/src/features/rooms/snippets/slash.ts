import type { SnippetView } from '@/contracts/realtime'

export interface SlashToken {
  readonly letters: string
  /** Where the slash stands. */
  readonly from: number
  readonly to: number
}

/** `/` and letters just before the caret, at the beginning or after a space: a date such as 3/4 or an address is none. */
export function slashBefore(draft: string, caret: number): SlashToken | null {
  const match = /(?:^|\s)\/([\p{L}\p{N}]{0,20})$/u.exec(draft.slice(0, caret))
  if (!match) return null
  const letters = match[1] ?? ''
  return { letters: letters.toLowerCase(), from: caret - letters.length - 1, to: caret }
}

/** Whose shortcut begins so, then whose title holds it; the own before the organisation's. */
export function matching(snippets: readonly SnippetView[], letters: string, limit = 6): SnippetView[] {
  const score = (one: SnippetView) => (one.shortcut === letters ? 3 : one.shortcut.startsWith(letters) ? 2 : letters !== '' && one.title.toLowerCase().includes(letters) ? 1 : 0)
  return snippets.map((one, order) => ({ one, order, score: score(one) })).filter((each) => each.score > 0).sort((a, b) => b.score - a.score || a.order - b.order).slice(0, limit).map(({ one }) => one)
}
