import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RoomView } from '@/contracts/realtime'
import '@/features/rooms/rooms.css'
import { isEnglish } from '@/lib/sentence'

/** One room of the list, with its colour, its state and what is unread in it. */
export function RoomLink({ room }: { room: RoomView }) {
  const { t, i18n } = useTranslation()
  return (
    <Link className="card room-link" data-colour={room.colour} data-kind={room.kind} to={`/rooms/${room.id}`} data-testid="room-link" data-room={room.id}>
      <span><b>{isEnglish(i18n.language) ? room.nameEn : room.name}</b><br /><span className="soft small number">{room.caseNumber}</span></span>
      <span className="row">
        {room.unread > 0 && <span className="badge count" aria-label={t('app.my.unread', { count: room.unread })}>{room.unread}</span>}
        <span className={`badge ${room.state === 'Open' ? 'good' : 'wait'}`}>{t(`rooms.state.${room.state}`)}</span>
      </span>
    </Link>
  )
}
