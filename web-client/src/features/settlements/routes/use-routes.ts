import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AcceptanceView, RoutesView, RouteState } from '@/contracts/realtime'
import { api } from '@/lib/api'

const moving: readonly RouteState[] = ['Ready', 'Sending', 'Filed', 'Accepted']

/** Whether something is about to change without anybody here: then the page asks again by itself. */
export const isMoving = (view: RoutesView | undefined): boolean => view?.applications.some((one) => moving.includes(one.state)) ?? false

export const toneOf = (state: RouteState): 'wait' | 'good' | 'stop' | 'accent' => (state === 'Granted' ? 'good' : state === 'Refused' || state === 'Ended' ? 'stop' : state === 'MoreAsked' ? 'wait' : 'accent')

export const useRoutes = (caseId: string) =>
  useQuery({
    queryKey: ['routes', caseId], queryFn: () => api('GET /cases/{caseId}/routes', { path: { caseId } }),
    refetchInterval: (query) => (isMoving(query.state.data) ? 3_000 : false),
  })

export const useAcceptance = (caseId: string) => useQuery({ queryKey: ['acceptance', caseId], queryFn: () => api('GET /cases/{caseId}/acceptance', { path: { caseId } }), retry: false })

/** An act answers with everything as it is now; a refused one shows what has changed meanwhile. */
export function useRouteAct<Input>(caseId: string, act: (input: Input) => Promise<RoutesView>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => queries.setQueryData(['routes', caseId], view),
    onError: () => queries.invalidateQueries({ queryKey: ['routes', caseId] }),
  })
}

export function useAccept(caseId: string, act: (proofId: string) => Promise<AcceptanceView>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queries.setQueryData(['acceptance', caseId], view)
      for (const key of ['routes', 'enforcement']) void queries.invalidateQueries({ queryKey: [key, caseId] })
    },
    onError: () => queries.invalidateQueries({ queryKey: ['acceptance', caseId] }),
  })
}
