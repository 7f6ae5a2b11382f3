import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRoomName } from '@/features/rooms/use-room-name'
import { useCalls, useRooms } from '@/realtime'
import { Icon } from '@/ui/icon'
import { inOrder } from './in-order'

/** The rooms of this case that this person is in: the joint room, and a caucus only when there is one. A guest's way back leads to his own page; the case is not his. */
export function RoomTabs({ caseId, current, guest }: { caseId: string; current: string; guest: boolean }) {
  const { t } = useTranslation()
  const { name } = useRoomName()
  const { rooms } = useRooms()
  const calls = useCalls()
  const mine = inOrder((rooms ?? []).filter((room) => room.caseId === caseId))
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current, mine.length])
  return (
    <nav className="room-tabs" aria-label={t('app.case.rooms')}>
      <Link to={guest ? '/my' : `/cases/${caseId}`} className="button plain icon" aria-label={t(guest ? 'app.own' : 'app.room.toCase')} data-testid="to-case"><Icon name="back" /></Link>
      <div className="switch-bar" ref={bar}>
        {mine.map((room) => (
          <Link key={room.id} to={`/rooms/${room.id}`} aria-current={room.id === current ? 'page' : undefined} data-colour={room.colour} data-kind={room.kind} data-testid={`tab-${room.kind}`}>
            <span className="tab-dot" aria-hidden="true" />
            {calls[room.id]?.open && room.id !== current && <span className="badge accent" title={t('rooms.call.elsewhere', { room: name(room) })} data-testid="tab-call"><Icon name="video" size={16} /><span className="unseen">{t('rooms.call.elsewhere', { room: name(room) })}</span></span>}
            {name(room)}
            {room.unread > 0 && room.id !== current && <span className="badge count">{room.unread}</span>}
          </Link>
        ))}
      </div>
    </nav>
  )
}
