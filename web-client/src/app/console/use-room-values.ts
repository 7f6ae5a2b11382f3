import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { RoomView, SnippetView } from '@/contracts/realtime'
import { useCase } from '@/features/cases/use-case'
import { fill, languageOf, type SnippetValues } from '@/features/rooms/snippets/fill'
import { noValues, valuesOf } from '@/features/rooms/snippets/values'
import { api } from '@/lib/api'
import { useEngine } from '@/realtime'

/** What variables stand for in this room, in the language of the text they stand in. */
export function useRoomValues(room: RoomView): (text: string) => SnippetValues {
  const view = useCase(room.kind === 'Panel' ? null : room.caseId).data // a colleague in a panel has nothing of the case
  return useMemo(() => (text) => (view ? valuesOf(view, room.caucusPartyId, languageOf(text)) : noValues), [view, room.caucusPartyId])
}

/** Puts a canned text, filled for that room, behind what is already written there. */
export function useInsertSnippet() {
  const engine = useEngine()
  const queries = useQueryClient()
  return useCallback(async (room: RoomView, snippet: SnippetView) => {
    const caseId = room.kind === 'Panel' ? null : room.caseId
    const view = caseId === null ? null : await queries.query({ queryKey: ['case', caseId], queryFn: () => api('GET /cases/{id}', { path: { id: caseId } }), staleTime: 60_000 }).catch(() => null)
    const text = fill(snippet.text, view ? valuesOf(view, room.caucusPartyId, languageOf(snippet.text)) : noValues)
    const draft = engine.drafts.texts.get()[room.id] ?? ''
    engine.drafts.write(room.id, draft.trim() === '' ? text : `${draft}\n${text}`)
  }, [engine, queries])
}
