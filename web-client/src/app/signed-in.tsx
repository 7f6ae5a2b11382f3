import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, type ReactNode } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import type { ChangeTopic } from '@/contracts/realtime'
import { useMe } from '@/features/accounts/me'
import { useTellZone } from '@/features/accounts/use-zone'
import { rememberPerson } from '@/lib/last-person'
import { Unreachable } from '@/lib/refusal'
import { RealtimeProvider, useChanges } from '@/realtime'
import { late } from '@/ui/late'
import { Failed, Loading } from '@/ui/states'

const OfflinePage = late(() => import('./device/offline-page'))

/** Pages of a signed-in person; others are asked to enter first and come back here. */
export function SignedIn({ enterAt = '/enter' }: { enterAt?: string }) {
  const me = useMe()
  const { pathname } = useLocation()
  const personId = me.data?.personId
  useEffect(() => {
    if (personId !== undefined) rememberPerson(personId)
  }, [personId])
  // Who was here a moment ago still is: a question that fails later takes no page away.
  if (me.data === undefined) {
    if ((me.error ?? me.failureReason) instanceof Unreachable) return <OfflinePage retry={() => void me.refetch()} />
    if (me.isError) return <Failed error={me.error} retry={() => void me.refetch()} />
    return <Loading />
  }
  if (me.data === null) return <Navigate to={`${enterAt}?to=${encodeURIComponent(pathname)}`} replace />
  return (
    <RealtimeProvider key={me.data.personId} personId={me.data.personId}>
      <Nudged><Outlet /></Nudged>
    </RealtimeProvider>
  )
}

const asks: Record<ChangeTopic, string[]> = {
  Case: ['case', 'cases', 'exhibits', 'records', 'sittings', 'own-sittings', 'leaves', 'different-times'],
  Agreement: ['agreement', 'acceptance', 'enforcement', 'routes', 'sheets', 'case', 'cases'],
  Proposals: ['proposals'],
  Queue: ['cases'],
  Rooms: ['case'],
  Enterprise: ['enterprise', 'enterprises'],
  Performance: ['performance', 'performances', 'routes'],
  Complaints: ['complaints'],
  Waits: ['unattended'],
  Guests: ['guests', 'guest-places'],
  Held: ['held'],
  Guidance: ['guidance'],
}

/** A nudge says what has changed; whatever of it is on screen is asked again. */
function Nudged({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  useTellZone()
  useChanges(useCallback((topic: ChangeTopic) => {
    for (const key of asks[topic]) void queries.invalidateQueries({ queryKey: [key] })
  }, [queries]))
  return children
}
