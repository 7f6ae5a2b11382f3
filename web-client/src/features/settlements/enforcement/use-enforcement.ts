import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { EnforcementView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { isMoving } from './joint-application'

/** Asked again while the court is about to answer: a nudge may be lost. */
export const useEnforcement = (caseId: string) =>
  useQuery({
    queryKey: ['enforcement', caseId], queryFn: () => api('GET /cases/{id}/enforcement', { path: { id: caseId } }),
    refetchInterval: (query) => (isMoving(query.state.data) ? 3_000 : false),
  })

/** An act on the application answers with everything as it is now; a refused one shows what has changed meanwhile. */
export function useEnforcementAct<Input>(caseId: string, act: (input: Input) => Promise<EnforcementView>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => queries.setQueryData(['enforcement', caseId], view),
    onError: () => queries.invalidateQueries({ queryKey: ['enforcement', caseId] }),
  })
}
