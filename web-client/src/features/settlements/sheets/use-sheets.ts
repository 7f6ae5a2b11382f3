import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SheetView } from '@/contracts/realtime'
import { api } from '@/lib/api'

export const useSheets = (caseId: string) => useQuery({ queryKey: ['sheets', caseId], queryFn: () => api('GET /cases/{caseId}/sheets', { path: { caseId } }) })

/** Each act answers with all sheets of the case as they are now. */
export function useSheetAct<Input>(caseId: string, act: (input: Input) => Promise<SheetView[]>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (sheets) => queries.setQueryData(['sheets', caseId], sheets),
    onError: () => queries.invalidateQueries({ queryKey: ['sheets', caseId] }),
  })
}
