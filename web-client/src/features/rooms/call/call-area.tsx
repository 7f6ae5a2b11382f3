import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall, type RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { late } from '@/ui/late'
import { Loading } from '@/ui/states'

// Everything that touches devices and connections is loaded by whoever joins a call, not before.
const CallPanel = late(() => import('./call-panel'))

/** Above the messages while the mediator has a call open: who is in it, and the own way in. Leaving the room leaves the call. */
export function CallArea({ room }: { room: RoomHandle }) {
  const { t } = useTranslation()
  const call = useCall(room.roomId)
  const [wanted, setWanted] = useState(false)
  const view = room.snapshot
  if (!view) return null
  if (wanted) return <Suspense fallback={<Loading />}><CallPanel room={room} close={() => setWanted(false)} /></Suspense>
  if (!view.callOpen) return null
  const names = (call?.seats ?? []).flatMap((seat) => view.members.find((member) => member.personId === seat.personId)?.name ?? [])
  return (
    <section className="call-bar" aria-label={t('rooms.call.title')} data-testid="call-open">
      <Icon name="video" />
      <p>
        <span>{t(view.mayPreside ? 'rooms.call.isOpenHere' : 'rooms.call.isOpen')}</span>{' '}
        <span className="soft small">{names.length > 0 ? t('rooms.call.who', { names: names.join(t('ui.comma')) }) : t('rooms.call.nobody')}</span>
      </p>
      <Button compact onClick={() => setWanted(true)} data-testid="call-join">{t('rooms.call.join')}</Button>
    </section>
  )
}
