import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { EntryView, ProposalAnswer, ProposeRequest } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { uuid7 } from '@/lib/uuid7'

/** Whatever is asked about proposals is asked again whenever an entry about one arrives. Gives the number of the newest, 0 for none. */
export function useFreshOnProposals(roomId: string, entries: readonly EntryView[]): number {
  const queries = useQueryClient()
  const newest = entries.findLast((entry) => entry.kind === 'Proposal')?.sequence ?? 0
  useEffect(() => {
    if (newest > 0) void queries.invalidateQueries({ queryKey: ['proposals', roomId] })
  }, [newest, queries, roomId])
  return newest
}

/** The proposals of a room as they stand now. */
export function useProposals(roomId: string, entries: readonly EntryView[]) {
  const newest = useFreshOnProposals(roomId, entries)
  return useQuery({ queryKey: ['proposals', roomId], queryFn: () => api('GET /rooms/{id}/proposals', { path: { id: roomId } }), enabled: newest > 0 })
}

function useFresh(roomId: string) {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['proposals', roomId] })
}

export function useAnswer(roomId: string, proposalId: string) {
  const fresh = useFresh(roomId)
  return useMutation({
    mutationFn: ({ answer, reason }: { answer: ProposalAnswer; reason: string | null }) =>
      api('POST /proposals/{id}/answer', { path: { id: proposalId }, body: { clientMessageId: uuid7(), answer, reason } }),
    onSettled: fresh,
  })
}

export function useWithdraw(roomId: string, proposalId: string) {
  const fresh = useFresh(roomId)
  return useMutation({
    mutationFn: () => api('POST /proposals/{id}/withdraw', { path: { id: proposalId }, body: { clientMessageId: uuid7(), reason: null } }),
    onSettled: fresh,
  })
}

export function usePropose(roomId: string) {
  const fresh = useFresh(roomId)
  return useMutation({ mutationFn: (request: ProposeRequest) => api('POST /proposals', { body: request }), onSuccess: fresh })
}
