import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CaseSittingsView } from '@/contracts/realtime'
import { api } from '@/lib/api'

export const useSittings = (caseId: string) =>
  useQuery({ queryKey: ['sittings', caseId], queryFn: () => api('GET /cases/{caseId}/sittings', { path: { caseId } }) })

/** The mediator's own calendar, all cases. */
export const useOwnSittings = () => useQuery({ queryKey: ['own-sittings'], queryFn: () => api('GET /sittings') })

/** The mediator's own leave. */
export const useLeaves = () => useQuery({ queryKey: ['leaves'], queryFn: () => api('GET /leaves') })

/** An act answers with the sittings of the case as they are now: put on screen at once. */
export function useSittingAct<Input>(act: (input: Input) => Promise<CaseSittingsView>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queries.setQueryData(['sittings', view.caseId], view)
      void queries.invalidateQueries({ queryKey: ['own-sittings'] })
      void queries.invalidateQueries({ queryKey: ['leaves'] })
    },
  })
}
