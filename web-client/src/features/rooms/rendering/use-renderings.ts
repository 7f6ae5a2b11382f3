import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { EntryView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import type { RoomNow } from '@/realtime'
import { bodyOf, bodyType, type RenderingBody } from '../bodies'

export const isRendering = (entry: EntryView): boolean => bodyType(entry) === 'rendering'

/** Renderings go under their original as long as it is held here; the rest stay in the run as they came. */
export function useAttached(all: readonly EntryView[]): { entries: readonly EntryView[]; attached: ReadonlyMap<number, readonly EntryView[]> } {
  return useMemo(() => {
    const renderings = all.filter(isRendering)
    if (renderings.length === 0) return { entries: all, attached: new Map<number, EntryView[]>() }
    const held = new Set(all.map((entry) => entry.sequence))
    const attached = new Map<number, EntryView[]>()
    for (const entry of renderings) if (entry.replyTo !== null && held.has(entry.replyTo)) attached.set(entry.replyTo, [...(attached.get(entry.replyTo) ?? []), entry])
    return { entries: all.filter((entry) => !isRendering(entry) || entry.replyTo === null || !held.has(entry.replyTo)), attached }
  }, [all])
}

/** Who interprets here, asked again when interpreters come or go; nothing is asked in a room without one. */
export function useInterpreters(room: RoomNow) {
  const ids = (room.snapshot?.members ?? []).filter((member) => member.role === 'Interpreter' && member.standing === 'Admitted').map((member) => member.personId).sort()
  return useQuery({
    queryKey: ['interpreters', room.roomId, ids.join()],
    queryFn: () => api('GET /rooms/{roomId}/interpreters', { path: { roomId: room.roomId } }),
    enabled: ids.length > 0, staleTime: Infinity, refetchOnWindowFocus: false,
  })
}

/** The languages into which an entry is still to be rendered as far as one can tell: of n languages of the room, one is the original's. */
export function waitsForRendering(entry: EntryView, renderings: readonly EntryView[], interpreters: readonly { languages: readonly string[]; since: number }[]): boolean {
  if (entry.kind === 'System' || entry.authorRole === 'Interpreter' || bodyType(entry) !== 'text') return false
  const there = interpreters.filter((one) => entry.sequence >= one.since)
  const languages = new Set(there.flatMap((one) => one.languages))
  const done = new Set(renderings.map((one) => bodyOf<RenderingBody>(one).language))
  return languages.size > 0 && done.size < languages.size - 1
}
