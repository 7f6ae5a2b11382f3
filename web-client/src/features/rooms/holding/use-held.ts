import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { HeldMessagesView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import type { RoomHandle } from '@/realtime'

/** Held messages that this person may know of; asked only in rooms in which there was a hold. */
export function useHeld(room: RoomHandle) {
  const queries = useQueryClient()
  const { roomId } = room
  const hold = room.snapshot?.hold ?? 'Never'
  useEffect(() => void queries.invalidateQueries({ queryKey: ['held', roomId] }), [queries, roomId, hold])
  return useQuery({
    queryKey: ['held', roomId], queryFn: () => api('GET /rooms/{roomId}/held', { path: { roomId } }),
    enabled: hold !== 'Never' && room.snapshot?.room.myStanding === 'Admitted' && !room.revoked,
    refetchInterval: hold === 'On' ? 30_000 : false, // a nudge may be lost
  })
}

/** An act on held messages answers with all of the room as they are now. */
export function useHeldAct<Input>(roomId: string, act: (input: Input) => Promise<HeldMessagesView>, done?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (held) => {
      queries.setQueryData(['held', roomId], held)
      done?.()
    },
    // Decided elsewhere meanwhile: what is shown is asked again.
    onError: () => void queries.invalidateQueries({ queryKey: ['held', roomId] }),
  })
}
