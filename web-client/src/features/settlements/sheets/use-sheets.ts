import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SheetView } from '@/contracts/realtime'
import { api } from '@/lib/api'

export const useSheets = (caseId: string) => useQuery({ queryKey: ['sheets', caseId], queryFn: () => api('GET /cases/{caseId}/sheets', { path: { caseId } }) })

/**
 * Each act answers with all sheets of the case as they are now.
 * `done`: called also when the answer takes the form away that has asked.
 */
export function useSheetAct<Input>(caseId: string, act: (input: Input) => Promise<SheetView[]>, done?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (sheets) => {
      queries.setQueryData(['sheets', caseId], sheets)
      done?.()
    },
    onError: () => queries.invalidateQueries({ queryKey: ['sheets', caseId] }),
  })
}
