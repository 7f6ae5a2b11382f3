import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CaseView } from '@/contracts/realtime'
import { api } from '@/lib/api'

export const useCase = (id: string | null) =>
  useQuery({ queryKey: ['case', id], queryFn: () => api('GET /cases/{id}', { path: { id: id ?? '' } }), enabled: id !== null })

export const useCases = (view: 'mine' | 'queue' | 'board') =>
  useQuery({ queryKey: ['cases', view], queryFn: () => api('GET /cases', { query: { view, take: 200 } }) })

/** An act on a case answers with the case as it is now: put on screen at once. */
export function useCaseAct<Input>(act: (input: Input) => Promise<CaseView>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queries.setQueryData(['case', view.id], view)
      void queries.invalidateQueries({ queryKey: ['cases'] })
    },
  })
}
