import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomHandle } from '@/realtime'
import { useRoomName } from './use-room-name'

/** Name, kind and state of a room, who is there now, who types. */
export function RoomHeader({ room, children }: { room: RoomHandle; children?: ReactNode }) {
  const { t } = useTranslation()
  const { name } = useRoomName()
  const view = room.snapshot
  if (!view) return null
  const members = view.members.filter((member) => member.standing === 'Admitted')
  return (
    <header className="room-header" data-colour={view.room.colour} data-kind={view.room.kind} data-testid="room-header">
      <div className="room-title">
        <h2>{name(view.room)}</h2>
        <span className={`badge ${view.room.state === 'Open' ? 'good' : 'wait'}`} data-testid="room-state" data-state={view.room.state}>{t(`rooms.state.${view.room.state}`)}</span>
        {view.room.kind === 'Caucus' && <span className="badge accent">{t('rooms.private')}</span>}
        {children}
      </div>
      <ul className="plain room-members" aria-label={t('rooms.members')}>
        {members.map((member) => (
          <li key={member.personId} data-here={room.present.includes(member.personId)}>
            <span className="dot" aria-hidden="true" />{member.name} <span className="soft">{t(`rooms.role.${member.role}`)}</span>
            <span className="unseen">{t(room.present.includes(member.personId) ? 'rooms.here' : 'rooms.away')}</span>
          </li>
        ))}
      </ul>
      <Typing room={room} />
    </header>
  )
}

function Typing({ room }: { room: RoomHandle }) {
  const { t } = useTranslation()
  const [now, setNow] = useState(() => Date.now())
  const some = Object.keys(room.typing).length > 0
  useEffect(() => {
    if (!some) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [some, room.typing])
  const names = Object.entries(room.typing).filter(([, until]) => until > now)
    .flatMap(([id]) => room.snapshot?.members.find((member) => member.personId === id)?.name ?? [])
  return <p className="room-typing soft small" data-blank={names.length === 0} data-testid="typing">{names.length > 0 ? t('rooms.typing', { names: names.join(t('ui.comma')) }) : ' '}</p>
}
