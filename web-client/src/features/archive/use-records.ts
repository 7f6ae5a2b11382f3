import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CaseRecordsView } from '@/contracts/realtime'
import { api } from '@/lib/api'

export const useRecords = (caseId: string) =>
  useQuery({ queryKey: ['records', caseId], queryFn: () => api('GET /cases/{id}/records', { path: { id: caseId } }), retry: false })

/** An act on the keeping of a file answers with what is kept now; the case itself may be shut by it. */
export function useRecordsAct<Input>(act: (input: Input) => Promise<CaseRecordsView>, done?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queries.setQueryData(['records', view.caseId], view)
      void queries.invalidateQueries({ queryKey: ['case', view.caseId] })
      void queries.invalidateQueries({ predicate: ({ queryKey: [what] }) => what === 'cases' || what === 'kept' })
      done?.()
    },
  })
}
