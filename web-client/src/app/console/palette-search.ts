/** One place the palette can jump to. */
export interface PaletteItem {
  readonly id: string
  readonly kind: 'room' | 'case' | 'act' | 'text'
  readonly title: string
  readonly hint: string
  /** Everything it can be found by: number, parties, both names of the room. */
  readonly words: readonly string[]
}

/** Best matches first: a beginning beats a middle, a middle beats scattered letters; ties keep the given order. */
export function searchPalette(items: readonly PaletteItem[], query: string, limit = 12): PaletteItem[] {
  const terms = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (terms.length === 0) return items.slice(0, limit)
  return items
    .map((item, order) => ({ item, order, score: scoreOf(item, terms) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, limit)
    .map(({ item }) => item)
}

/** Every term has to be found somewhere. */
function scoreOf(item: PaletteItem, terms: readonly string[]): number {
  const fields = [item.title, item.hint, ...item.words].map((field) => field.toLowerCase())
  let sum = 0
  for (const term of terms) {
    const best = Math.max(...fields.map((field) => fieldScore(field, term)))
    if (best === 0) return 0
    sum += best
  }
  return sum
}

function fieldScore(field: string, term: string): number {
  if (field.startsWith(term)) return 100
  if (field.includes(term)) return 60
  return term.length > 1 && isScattered(field, term) ? 10 : 0
}

function isScattered(field: string, term: string): boolean {
  let at = 0
  for (const letter of term) {
    at = field.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
