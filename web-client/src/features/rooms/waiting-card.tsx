import { useTranslation } from 'react-i18next'
import type { RoomSnapshot } from '@/contracts/realtime'
import type { RoomHandle } from '@/realtime'

/** What is being waited for, when it is something that passes; an observer waits for nothing. */
export function waitsFor(view: Pick<RoomSnapshot, 'mayPost' | 'refusalCode' | 'room'>) {
  if (view.mayPost || view.refusalCode === 'rooms.may-not-speak') return null
  if (view.refusalCode === 'rooms.mediator-absent') return 'mediatorAbsent'
  return view.room.state === 'Closed' ? 'closed' : view.room.state === 'Adjourned' ? 'adjourned' : 'notOpen'
}

/** While one waits: what is happening and what one may do meanwhile. Never anything of the room's content. */
export function WaitingCard({ room }: { room: RoomHandle }) {
  const { t } = useTranslation()
  const view = room.snapshot
  const what = view ? waitsFor(view) : null
  if (what === null) return null
  return (
    <div className="notice wait" role="status" data-testid="waiting-card" data-what={what}>
      <b>{t(`rooms.waiting.${what}.title`)}</b>
      <span>{t(`rooms.waiting.${what}.text`)}</span>
    </div>
  )
}
