import { useInfiniteQuery } from '@tanstack/react-query'
import type { EntryView, ExhibitView } from '@/contracts/realtime'
import type { ExhibitFacts } from '@/features/evidence/exhibit-card'
import { api } from '@/lib/api'

interface Stretch {
  entries: EntryView[]
  firstVisible: number
}

const pageSize = 200

/** A stretch of the room: the newest, or what came just before a number. */
async function read(roomId: string, before: number | null, firstVisible: number): Promise<Stretch> {
  if (before === null) {
    const room = await api('GET /rooms/{id}', { path: { id: roomId } })
    return { entries: [...room.entries], firstVisible: room.firstVisible }
  }
  const after = Math.max(firstVisible, before - pageSize) - 1
  const page = await api('GET /rooms/{id}/entries', { path: { id: roomId }, query: { after, limit: before - after - 1 } })
  return { entries: [...page.entries], firstVisible: page.firstVisible }
}

interface Place {
  before: number | null
  firstVisible: number
}

const newest: Place = { before: null, firstVisible: 1 }

/** What was said and shown in the standing room, the newest first in coming, oldest first in order; more on demand. */
export function useChannel(roomId: string) {
  const query = useInfiniteQuery({
    queryKey: ['channel', roomId],
    queryFn: ({ pageParam }) => read(roomId, pageParam.before, pageParam.firstVisible),
    initialPageParam: newest,
    getNextPageParam: (last): Place | null => {
      const first = last.entries[0]?.sequence ?? 0
      return first > last.firstVisible ? { before: first, firstVisible: last.firstVisible } : null
    },
  })
  const entries = [...(query.data?.pages ?? [])].reverse().flatMap((stretch) => stretch.entries)
  return { query, entries }
}

/** An exhibit as its entry in the room tells it. */
export function exhibitOf(entry: EntryView): ExhibitView {
  const { exhibitId, name, mediaType, size, sha256 } = entry.body as ExhibitFacts
  return {
    id: exhibitId, name, mediaType, size, sha256, caseId: null, roomId: entry.roomId,
    uploadedBy: entry.authorId ?? '', uploadedByName: entry.authorName, uploadedAt: entry.sentAt,
  }
}
