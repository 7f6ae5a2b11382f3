import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { AgendaView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import type { RoomHandle } from '@/realtime'
import { bodyType } from '../bodies'

/** The agenda with the difference between the record's clock and this device's, in ms. */
export interface Agenda extends AgendaView {
  readonly ahead: number
}

const withClock = (view: AgendaView): Agenda => ({ ...view, ahead: Date.parse(view.serverTime) - Date.now() })

/** A room's agenda. What changes it is an entry of the room, so it is asked again when such an entry has come, by whatever road. */
export function useAgenda(room: RoomHandle) {
  const queries = useQueryClient()
  const { roomId, log } = room
  const changed = log.entries.findLast((entry) => entry.kind === 'System' && bodyType(entry).startsWith('agenda-'))?.sequence ?? 0
  useEffect(() => {
    if (changed > 0) void queries.invalidateQueries({ queryKey: ['agenda', roomId] })
  }, [queries, roomId, changed])
  return useQuery({
    queryKey: ['agenda', roomId], queryFn: async () => withClock(await api('GET /rooms/{roomId}/agenda', { path: { roomId } })),
    enabled: room.snapshot?.room.myStanding === 'Admitted' && room.snapshot.room.caseId !== null && !room.revoked,
  })
}

export function useAgendaAct<Input>(roomId: string, act: (input: Input) => Promise<AgendaView>, done?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queries.setQueryData(['agenda', roomId], withClock(view))
      done?.()
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['agenda', roomId] }),
  })
}

/** The record's time, each second. */
export function useRecordNow(ahead: number, runs: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!runs) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [runs])
  return now + ahead
}
