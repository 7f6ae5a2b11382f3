import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BlindRoundView, EntryView, GiveBlindBidRequest, OpenBlindRoundRequest } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { useFreshOnProposals } from './use-proposals'

/** The blind rounds of a room as the reader may see them; asked again with the proposals. */
export function useBlindRounds(roomId: string, entries: readonly EntryView[]) {
  const newest = useFreshOnProposals(roomId, entries)
  return useQuery({ queryKey: ['proposals', roomId, 'blind'], queryFn: () => api('GET /rooms/{id}/blind-rounds', { path: { id: roomId } }), enabled: newest > 0 })
}

function useRoundChange<T = void>(roomId: string, change: (request: T) => Promise<BlindRoundView>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: change, onSettled: () => queries.invalidateQueries({ queryKey: ['proposals', roomId] }) })
}

export const useOpenBlind = (roomId: string) => useRoundChange(roomId, (request: OpenBlindRoundRequest) => api('POST /blind-rounds', { body: request }))

export const useBid = (roomId: string, id: string) => useRoundChange(roomId, (request: GiveBlindBidRequest) => api('POST /blind-rounds/{id}/bid', { path: { id }, body: request }))

export const useTakeBack = (roomId: string, id: string) => useRoundChange(roomId, () => api('POST /blind-rounds/{id}/take-back', { path: { id } }))

export const useCancelRound = (roomId: string, id: string) => useRoundChange(roomId, () => api('POST /blind-rounds/{id}/cancel', { path: { id } }))
