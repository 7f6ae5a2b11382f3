import { useTranslation } from 'react-i18next'
import type { RoomHandle } from '@/realtime'

/** While one waits: what is happening and what one may do meanwhile. Never anything of the room's content. */
export function WaitingCard({ room }: { room: RoomHandle }) {
  const { t } = useTranslation()
  const view = room.snapshot
  if (!view || view.mayPost) return null
  const code = view.refusalCode
  const what = code === 'rooms.mediator-absent' ? 'mediatorAbsent' : view.room.state === 'Closed' ? 'closed' : view.room.state === 'Adjourned' ? 'adjourned' : 'notOpen'
  return (
    <div className="notice wait" role="status" data-testid="waiting-card" data-what={what}>
      <b>{t(`rooms.waiting.${what}.title`)}</b>
      <span>{t(`rooms.waiting.${what}.text`)}</span>
    </div>
  )
}
