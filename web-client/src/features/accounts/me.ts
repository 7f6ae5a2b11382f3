import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MeView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Refusal } from '@/lib/refusal'

async function readMe(): Promise<MeView | null> {
  try {
    return await api('GET /accounts/me')
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return null
    throw error
  }
}

/** The signed-in person; null data when nobody is. */
export const useMe = () => useQuery({ queryKey: ['me'], queryFn: readMe, staleTime: 60_000 })

/** After entering: another person's data must not stay in memory. */
export function useEntered(): (me: MeView) => void {
  const queries = useQueryClient()
  return (me) => {
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' })
    queries.setQueryData(['me'], me)
  }
}

export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api('POST /accounts/sign-out'),
    onSuccess: () => {
      queries.clear()
      location.assign('/')
    },
  })
}
