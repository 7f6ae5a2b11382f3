import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MeView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { forgetPerson } from '@/lib/last-person'
import { Refusal } from '@/lib/refusal'
import { endPush } from './end-push'

async function readMe(): Promise<MeView | null> {
  try {
    return await api('GET /accounts/me')
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return null
    throw error
  }
}

/** The signed-in person; null data when nobody is. Asked without a network too: then it fails, and the page can say so. */
export const useMe = () => useQuery({ queryKey: ['me'], queryFn: readMe, staleTime: 60_000, networkMode: 'always' })

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
    mutationFn: async () => {
      await endPush()
      await api('POST /accounts/sign-out')
    },
    onSuccess: () => {
      queries.clear()
      forgetPerson()
      location.assign('/')
    },
  })
}
