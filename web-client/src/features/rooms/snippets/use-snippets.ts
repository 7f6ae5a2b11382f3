import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SnippetView, WriteSnippetRequest } from '@/contracts/realtime'
import { api } from '@/lib/api'

const key = ['snippets']

export const useSnippets = () => useQuery({ queryKey: key, queryFn: () => api('GET /snippets'), staleTime: 60_000 })

export interface WriteSnippet extends WriteSnippetRequest {
  readonly id: string
}

export function useWriteSnippet(done: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: WriteSnippet) => api('PUT /snippets/{id}', { path: { id }, body }),
    onSuccess: (all) => { queries.setQueryData(key, all); done() },
    onError: () => void queries.invalidateQueries({ queryKey: key }),
  })
}

export function useRemoveSnippet() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (one: SnippetView) => api('POST /snippets/{id}/remove', { path: { id: one.id } }),
    onSuccess: (all) => queries.setQueryData(key, all),
  })
}
