import { useTranslation } from 'react-i18next'
import { useConnectionState, type RoomHandle } from '@/realtime'
import { PrivateNotes } from './private-notes'

/** Until the mediator admits: own device, own notes; nothing of the room is here because nothing of it was sent. */
export function Lobby({ room }: { room: RoomHandle }) {
  const { t } = useTranslation()
  const connection = useConnectionState()
  const view = room.snapshot
  if (!view) return null
  const online = connection.is === 'caught-up' || connection.is === 'catching-up'
  const camera = typeof navigator.mediaDevices === 'object'
  const checks = [
    ['network', online ? 'ok' : 'bad', online],
    ['storage', typeof indexedDB === 'object' ? 'ok' : 'bad', typeof indexedDB === 'object'],
    ['camera', camera ? 'ok' : 'later', camera],
  ] as const
  return (
    <div className="page stack loose lobby" data-testid="lobby">
      <section className="card stack" role="status">
        <h1>{t(view.room.myStanding === 'Invited' ? 'rooms.lobby.invitedTitle' : 'rooms.lobby.title')}</h1>
        <p>{t('rooms.lobby.text')}</p>
        <span className="lobby-pulse" aria-hidden="true"><i /><i /><i /></span>
      </section>
      <section className="card flat stack tight">
        <h2>{t('rooms.lobby.who')}</h2>
        <ul>{view.members.map((member) => <li key={member.personId}>{member.name} <span className="soft">{t(`rooms.role.${member.role}`)}</span></li>)}</ul>
      </section>
      <section className="card flat stack tight" data-testid="device-check">
        <h2>{t('rooms.lobby.check')}</h2>
        <ul className="plain stack tight">
          {checks.map(([what, says, fine]) => <li key={what} className="row apart"><span>{t(`rooms.lobby.${what}`)}</span><span className={`badge ${fine ? 'good' : 'wait'}`}>{t(`rooms.lobby.${says}`)}</span></li>)}
        </ul>
      </section>
      <PrivateNotes roomId={room.roomId} />
    </div>
  )
}
