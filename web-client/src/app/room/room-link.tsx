import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RoomView } from '@/contracts/realtime'
import '@/features/rooms/rooms.css'
import { useRoomName } from '@/features/rooms/use-room-name'

/** One room of the list, with its colour, its state and what is unread in it. */
export function RoomLink({ room, about }: { room: RoomView; about?: string | undefined }) {
  const { t } = useTranslation()
  const { name } = useRoomName()
  return (
    <Link className="card room-link" data-colour={room.colour} data-kind={room.kind} to={`/rooms/${room.id}`} data-testid="room-link" data-room={room.id}>
      <span className="stack none"><b>{name(room)}</b>{about !== undefined && <span>{about}</span>}<span className="soft small number">{room.caseNumber}</span></span>
      <span className="row close room-marks">
        {room.unread > 0 && <span className="badge count" aria-label={t('app.my.unread', { count: room.unread })}>{room.unread}</span>}
        <span className={`badge ${room.state === 'Open' ? 'good' : 'wait'}`}>{t(`rooms.state.${room.state}`)}</span>
      </span>
    </Link>
  )
}
