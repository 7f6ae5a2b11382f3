import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberView } from '@/contracts/realtime'
import type { RoomHandle } from '@/realtime'
import { fullTime, shortTime } from '@/lib/time'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { awaySince } from './away-since'
import { ReasonDialog } from './reason-dialog'
import type { Presiding } from './use-presiding'

/** Who belongs to the room, who is here, who waits to be let in; the presiding mediator lets in and takes out. */
export function PaneRoster({ room, presiding }: { room: RoomHandle; presiding: Presiding }) {
  const { t, i18n } = useTranslation()
  const [removing, setRemoving] = useState<MemberView | null>(null)
  const view = room.snapshot
  if (!view) return null
  const { mayPreside } = view
  const roomId = room.roomId
  const waiting = mayPreside ? room.waiting : []
  const admit = (personIds: readonly string[]) => presiding.mutate(async (hub) => {
    for (const personId of personIds) await hub.admit({ roomId, personId })
  })
  return (
    <>
      {waiting.length > 0 && (
        <ul className="plain pane-waiting" aria-label={t('console.roster.waiting')} data-testid="waiting-list">
          {waiting.map((member) => (
            <li key={member.personId}>
              <span>{t('console.roster.waits', { name: member.name, role: t(`rooms.role.${member.role}`) })}</span>
              <Button className="small-button" busy={presiding.isPending} onClick={() => admit([member.personId])} data-testid="admit" data-person={member.name}>{t('console.roster.admit')}</Button>
            </li>
          ))}
          {waiting.length > 1 && <li><Button look="quiet" className="small-button" busy={presiding.isPending} onClick={() => admit(waiting.map((member) => member.personId))} data-testid="admit-all">{t('console.roster.admitAll')}</Button></li>}
        </ul>
      )}
      <ul className="plain pane-people" aria-label={t('rooms.members')} data-testid="roster">
        {view.members.map((member) => {
          const here = member.standing === 'Admitted' && (member.joined || room.present.includes(member.personId))
          const since = here || member.standing !== 'Admitted' ? null : awaySince(room.log.entries, member.personId)
          return (
            <li key={member.personId} data-here={here} data-standing={member.standing} data-testid="member">
              <span className="dot" aria-hidden="true" />{member.name} <span className="soft">{t(`rooms.role.${member.role}`)}</span>
              <span className={here ? 'unseen' : 'soft'} title={since === null ? undefined : fullTime(since, i18n.language)} data-testid="whereabouts">{since !== null ? t('console.roster.awaySince', { time: shortTime(since, i18n.language) }) : t(here ? 'rooms.here' : member.standing === 'Admitted' ? 'rooms.away' : member.standing === 'Waiting' ? 'console.roster.inLobby' : 'console.roster.notCome')}</span>
              {mayPreside && member.role !== 'Mediator' && view.room.state !== 'Closed' && (
                <button type="button" className="pane-remove" onClick={() => setRemoving(member)} aria-label={t('console.roster.remove', { name: member.name })} title={t('console.roster.remove', { name: member.name })} data-testid="remove"><Icon name="cross" size={14} /></button>
              )}
            </li>
          )
        })}
      </ul>
      <ReasonDialog
        open={removing !== null} close={() => setRemoving(null)} title={t('console.roster.remove', { name: removing?.name ?? '' })} text={t('console.roster.removeText')} confirm={t('console.roster.removeYes')} required stop
        go={(reason) => presiding.mutateAsync((hub) => hub.removeFromRoom({ roomId, personId: removing?.personId ?? '', reason }))}
      />
    </>
  )
}
