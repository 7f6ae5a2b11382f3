import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DraftingView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { desk } from './desk'

const keyOf = (caseId: string) => ['agreement', caseId, 'drafting'] as const

/** The draft as it lies before the reader. Under the agreement's key, so that one nudge asks for both. */
export const useTable = (caseId: string, enabled = true) => useQuery({
  queryKey: keyOf(caseId),
  queryFn: () => api('GET /cases/{id}/agreement/drafting', { path: { id: caseId } }),
  enabled,
  // A lease that runs out rings no bell.
  refetchInterval: (query) => (query.state.data?.editor && query.state.data.editor.desk !== desk ? 10_000 : false),
})

/** Two versions laid over each other. What they say never changes. */
export const useDifference = (caseId: string, before: number, after: number) => useQuery({
  queryKey: ['difference', caseId, before, after],
  queryFn: () => api('GET /cases/{id}/agreement/versions/{before}/difference/{after}', { path: { id: caseId, before: String(before), after: String(after) } }),
  enabled: after > 0,
  staleTime: Infinity,
})

/** Each act answers with the table as it is now. `done` is called also when the answer takes the form away that has asked. */
export function useTableAct<Input>(caseId: string, act: (input: Input) => Promise<DraftingView>, done?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queries.setQueryData(keyOf(caseId), view)
      done?.()
    },
    onError: () => queries.invalidateQueries({ queryKey: keyOf(caseId) }),
  })
}
