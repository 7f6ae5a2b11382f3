import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CaseDifferentTimesView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import type { RoomHandle } from '@/realtime'
import { bodyType } from '../bodies'

/** Whether the parties take part at different times. What changes it is an entry of the joint room. */
export function useDifferentTimes(room: RoomHandle) {
  const queries = useQueryClient()
  // A caucus or a panel of the case has the same answer at hand, and nothing to say of it.
  const caseId = room.snapshot?.room.kind === 'Joint' ? room.snapshot.room.caseId : null
  const changed = room.log.entries.findLast((entry) => entry.kind === 'System' && bodyType(entry).startsWith('times-'))?.sequence ?? 0
  useEffect(() => {
    if (changed > 0) void queries.invalidateQueries({ queryKey: ['different-times', caseId] })
  }, [queries, caseId, changed])
  return useQuery({
    queryKey: ['different-times', caseId], queryFn: () => api('GET /cases/{caseId}/different-times', { path: { caseId: caseId ?? '' } }),
    enabled: caseId !== null && !room.revoked,
  })
}

/** The same outside the room: asked again by the service's word that the case has changed, and now and then, for a turn ends by an entry of the room. */
export const useDifferentTimesOf = (caseId: string) =>
  useQuery({ queryKey: ['different-times', caseId], queryFn: () => api('GET /cases/{caseId}/different-times', { path: { caseId } }), refetchInterval: 60_000 })

export function useSpreadAct<Input>(act: (input: Input) => Promise<CaseDifferentTimesView>, done?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queries.setQueryData(['different-times', view.caseId], view)
      done?.()
    },
  })
}
