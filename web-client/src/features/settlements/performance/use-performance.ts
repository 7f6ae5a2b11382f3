import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { PerformanceView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { uuid7 } from '@/lib/uuid7'

export const usePerformance = (caseId: string) =>
  useQuery({ queryKey: ['performance', caseId], queryFn: () => api('GET /cases/{caseId}/performance', { path: { caseId } }) })

/** What the reader supervises and is not yet performed. */
export const usePerformances = () => useQuery({ queryKey: ['performances'], queryFn: () => api('GET /performances') })

/** An act answers with the performance as it is now. Until it has succeeded a repeat carries the same id, so that it counts once. */
export function usePerformanceAct<Input>(caseId: string, act: (input: Input, requestId: string) => Promise<PerformanceView>) {
  const queries = useQueryClient()
  const requestId = useRef<string | null>(null)
  return useMutation({
    mutationFn: (input: Input) => act(input, (requestId.current ??= uuid7())),
    onSuccess: (view) => {
      requestId.current = null
      queries.setQueryData(['performance', caseId], view)
      void queries.invalidateQueries({ queryKey: ['performances'] })
    },
    onError: () => queries.invalidateQueries({ queryKey: ['performance', caseId] }),
  })
}
