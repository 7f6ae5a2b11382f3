import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isEnglish } from '@/lib/sentence'
import { useRooms } from '@/realtime'
import { Icon } from '@/ui/icon'

/** The rooms of this case that this person is in: the joint room, and a caucus only when there is one. */
export function RoomTabs({ caseId, current }: { caseId: string; current: string }) {
  const { t, i18n } = useTranslation()
  const { rooms } = useRooms()
  const mine = (rooms ?? []).filter((room) => room.caseId === caseId)
  return (
    <nav className="room-tabs" aria-label={t('app.case.rooms')}>
      <Link to={`/cases/${caseId}`} className="button plain icon" aria-label={t('app.room.toCase')} data-testid="to-case"><Icon name="back" /></Link>
      <div className="switch-bar">
        {mine.map((room) => (
          <Link key={room.id} to={`/rooms/${room.id}`} aria-current={room.id === current ? 'page' : undefined} data-colour={room.colour} data-kind={room.kind} data-testid={`tab-${room.kind}`}>
            <span className="tab-dot" aria-hidden="true" />
            {isEnglish(i18n.language) ? room.nameEn : room.name}
            {room.unread > 0 && room.id !== current && <span className="badge count">{room.unread}</span>}
          </Link>
        ))}
      </div>
    </nav>
  )
}
