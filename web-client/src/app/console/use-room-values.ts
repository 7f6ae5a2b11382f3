import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomView, SnippetView } from '@/contracts/realtime'
import { useCase } from '@/features/cases/use-case'
import { fill, type SnippetValues } from '@/features/rooms/snippets/fill'
import { noValues, valuesOf } from '@/features/rooms/snippets/values'
import { api } from '@/lib/api'
import { useEngine } from '@/realtime'

/** What variables stand for in this room. */
export function useRoomValues(room: RoomView): SnippetValues {
  const { i18n } = useTranslation()
  const view = useCase(room.caseId).data
  return useMemo(() => (view ? valuesOf(view, room.caucusPartyId, i18n.language) : noValues), [view, room.caucusPartyId, i18n.language])
}

/** Puts a canned text, filled for that room, behind what is already written there. */
export function useInsertSnippet() {
  const engine = useEngine()
  const queries = useQueryClient()
  const { i18n } = useTranslation()
  return useCallback(async (room: RoomView, snippet: SnippetView) => {
    const { caseId } = room
    const view = caseId === null ? null : await queries.query({ queryKey: ['case', caseId], queryFn: () => api('GET /cases/{id}', { path: { id: caseId } }), staleTime: 60_000 }).catch(() => null)
    const text = fill(snippet.text, view ? valuesOf(view, room.caucusPartyId, i18n.language) : noValues)
    const draft = engine.drafts.texts.get()[room.id] ?? ''
    engine.drafts.write(room.id, draft.trim() === '' ? text : `${draft}\n${text}`)
  }, [engine, queries, i18n.language])
}
