import type { EntryView } from '@/contracts/realtime'

/**
 * What this browser holds of one room's transcript. `entries` is the contiguous run that may be shown:
 * `base`, `base + 1`, … without a hole. What arrived beyond a hole waits in `ahead` until the hole is filled.
 */
export interface RoomLog {
  readonly base: number | null
  readonly entries: readonly EntryView[]
  readonly ahead: readonly EntryView[]
  readonly head: number
  readonly firstVisible: number
}

export const emptyLog: RoomLog = { base: null, entries: [], ahead: [], head: 0, firstVisible: 1 }

interface Page {
  entries: readonly EntryView[]
  firstVisible: number
  head: number
}

/** The last sequence that may be shown; `base - 1` when nothing is held yet, 0 before the first page. */
export const lastOf = (log: RoomLog): number => (log.base === null ? 0 : log.base - 1 + log.entries.length)

/** Where to read on from (`after`), or null when nothing is known to be missing. */
export const missingAfter = (log: RoomLog): number | null =>
  log.base !== null && (log.ahead.length > 0 || log.head > lastOf(log)) ? lastOf(log) : null

/** The first sequence older than what is held, still in the reader's range. */
export const hasEarlier = (log: RoomLog): boolean => log.base !== null && log.base > log.firstVisible

/** Takes in entries in any order, any of them again: known ones are dropped, those beyond a hole wait. */
export function receive(log: RoomLog, arrived: readonly EntryView[]): RoomLog {
  const waiting = new Map(log.ahead.map((entry) => [entry.sequence, entry]))
  const last = lastOf(log)
  for (const entry of arrived) if (log.base === null || entry.sequence > last) waiting.set(entry.sequence, entry)
  const head = arrived.reduce((highest, entry) => Math.max(highest, entry.sequence), log.head)
  if (waiting.size === log.ahead.length && head === log.head) return log
  const entries = [...log.entries]
  if (log.base !== null) {
    for (let next = last + 1; ; next++) {
      const entry = waiting.get(next)
      if (!entry) break
      entries.push(entry)
      waiting.delete(next)
    }
  }
  const ahead = [...waiting.values()].sort((a, b) => a.sequence - b.sequence)
  return { ...log, entries: withoutWithdrawn(entries, lastOf(log)), ahead, head }
}

/** The number of the message that this entry takes back; null of all other entries. */
export function withdrawnBy(entry: EntryView): number | null {
  const body = entry.body as { type?: unknown; of?: unknown } | null
  return body?.type === 'message-withdrawn' && typeof body.of === 'number' ? body.of : null
}

/** What its author has taken back is not kept here either. */
function withoutWithdrawn(entries: EntryView[], known: number): EntryView[] {
  const gone = new Set(entries.flatMap((entry) => (entry.sequence > known ? withdrawnBy(entry) ?? [] : [])))
  return gone.size === 0 ? entries : entries.map((entry) => (gone.has(entry.sequence) ? { ...entry, body: { type: 'withdrawn' } } : entry))
}

/** A page of `ReadEntries` or the entries of a snapshot. The first one decides where the list begins. */
export function receivePage(log: RoomLog, page: Page): RoomLog {
  const unreachable = log.base !== null && page.firstVisible > lastOf(log) + 1
  const from = log.base === null || unreachable ? startAt(log, page) : { ...log, firstVisible: page.firstVisible }
  return receive({ ...from, head: Math.max(from.head, page.head) }, page.entries)
}

/** Begins (again) at the page; used when the range moved past everything that is held, e.g. after a second admission. */
function startAt(log: RoomLog, page: Page): RoomLog {
  const base = page.entries[0]?.sequence ?? Math.max(page.firstVisible, 1)
  return { base, entries: [], ahead: log.ahead.filter((entry) => entry.sequence >= base), head: log.head, firstVisible: page.firstVisible }
}

/** Puts older entries in front; those that do not join on are dropped. */
export function receiveEarlier(log: RoomLog, page: Page): RoomLog {
  if (log.base === null) return receivePage(log, page)
  const older = page.entries.filter((entry) => entry.sequence < (log.base ?? 0)).sort((a, b) => a.sequence - b.sequence)
  let base = log.base
  const joined: EntryView[] = []
  for (let i = older.length - 1; i >= 0 && older[i]?.sequence === base - 1; i--) {
    joined.unshift(older[i] as EntryView)
    base--
  }
  return { ...log, base, entries: withoutWithdrawn([...joined, ...log.entries], 0), firstVisible: page.firstVisible }
}

/** The heartbeat says how far the room is. */
export const headMoved = (log: RoomLog, head: number): RoomLog => (head > log.head ? { ...log, head } : log)

/** Keeps the newest so many; the older ones are read again when somebody goes back to them. */
export const newestOf = (log: RoomLog, count: number): RoomLog =>
  log.base === null || log.entries.length <= count ? log : { ...log, base: log.base + log.entries.length - count, entries: log.entries.slice(-count) }
