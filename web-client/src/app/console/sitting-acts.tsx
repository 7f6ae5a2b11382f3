import { Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgendaButton, DifferentTimesButton, GuestDialog, HoldSwitch, PanelButton, ReadingLanguage, TranscriptFile, useHeld } from '@/features/rooms'
import { useEngine, type RoomHandle } from '@/realtime'
import { TextField } from '@/ui/field'
import { ReasonDialog } from './reason-dialog'
import { nameOf } from './room-words'
import type { Presiding } from './use-presiding'

interface Props {
  room: RoomHandle
  presiding: Presiding
  /** Opens the caucus's pane beside this one. */
  opened: (roomId: string) => void
  onCase: (side: 'case' | 'agreement') => void
}

/** The sitting and what belongs to it: open, adjourn, close, speak with one side alone, the case's papers beside the room. */
export function SittingActs({ room, presiding, opened, onCase }: Props) {
  const { t, i18n } = useTranslation()
  const engine = useEngine()
  const [asking, setAsking] = useState<'adjourn' | 'close' | null>(null)
  const [inviting, setInviting] = useState(false)
  const [resumes, setResumes] = useState('')
  const held = (useHeld(room).data?.messages ?? []).filter((one) => !one.returned).length
  const view = room.snapshot
  if (!view) return null
  const { roomId } = room
  const { state, caseId, kind } = view.room
  const over = state === 'Closed'
  const isPanel = kind === 'Panel'
  const sides = view.members.filter((member, at) => member.partyId !== null && view.members.findIndex((other) => other.partyId === member.partyId) === at)
  const resumesAt = resumes === '' ? null : new Date(resumes).toISOString()
  const withHeld = (text: string) => (held === 0 ? text : `${text} ${t('holding.atEnd', { count: held })}`)
  const done = () => { setAsking(null); setResumes('') }
  return (
    <div className="pane-acts" data-testid="sitting-acts">
      {view.mayPreside && (state === 'Scheduled' || state === 'Lobby') && <Act main busy={presiding.isPending} testId="open-session" onClick={() => presiding.mutate((hub) => hub.openSession({ roomId }))}>{t('console.sitting.open')}</Act>}
      {view.mayPreside && state === 'Adjourned' && <Act main busy={presiding.isPending} testId="open-session" onClick={() => presiding.mutate((hub) => hub.openSession({ roomId }))}>{t('console.sitting.resume')}</Act>}
      {view.mayPreside && state === 'Open' && !isPanel && <Act testId="adjourn-session" onClick={() => setAsking('adjourn')}>{t('console.sitting.adjourn')}</Act>}
      {view.mayPreside && state === 'Open' && (kind === 'Joint' || kind === 'Caucus') && (view.callOpen
        ? <Act testId="end-call" onClick={() => presiding.mutate((hub) => hub.endCall({ roomId }))}>{t('rooms.call.end')}</Act>
        : <Act testId="open-call" onClick={() => presiding.mutate((hub) => hub.openCall({ roomId }))}>{t('rooms.call.open')}</Act>)}
      {view.mayPreside && kind === 'Joint' && !over && caseId !== null && sides.length > 0 && (
        <Dropdown trigger={['click']} autoFocus menu={{
          items: sides.map((member) => ({ key: member.partyId ?? '', label: <span data-testid="caucus-with" data-person={member.name}>{t('console.caucus.with', { role: t(`rooms.role.${member.role}`), name: member.name })}</span> })),
          onClick: ({ key }) => presiding.mutate(async (hub) => {
            const { id } = await hub.openCaucus({ caseId, partyId: key })
            await engine.refreshList() // the desk holds only rooms that the list knows
            opened(id)
          }),
        }}>
          <button type="button" className="button small-button quiet" data-testid="caucus-menu">{t('console.caucus.open')} ▾</button>
        </Dropdown>
      )}
      {caseId !== null && view.mayPreside && !over && (kind === 'Joint' || kind === 'Caucus') && <Act testId="guests-open" onClick={() => setInviting(true)}>{t('guests.open')}</Act>}
      {caseId !== null && view.mayPreside && !over && (kind === 'Joint' || isPanel) && <PanelButton caseId={caseId} inside={isPanel} opened={opened} />}
      {!isPanel && <AgendaButton room={room} />}
      <HoldSwitch room={room} />
      {view.mayPreside && !isPanel && <DifferentTimesButton room={room} />}
      {caseId !== null && (view.mayPreside || !isPanel) && <Act testId="side-case" onClick={() => onCase('case')}>{t('console.side.case')}</Act>}
      {caseId !== null && view.mayPreside && !isPanel && <Act testId="side-agreement" onClick={() => onCase('agreement')}>{t('console.side.agreement')}</Act>}
      <ReadingLanguage entries={room.log.entries} />
      <TranscriptFile room={room} className="button small-button quiet" />
      {view.mayPreside && !over && kind !== 'Butler' && !isPanel && <Act plain testId="close-session" onClick={() => setAsking('close')}>{t('console.sitting.close')}</Act>}
      {caseId !== null && <GuestDialog caseId={caseId} roomId={roomId} roomName={nameOf(view.room, i18n.language)} private_={kind === 'Caucus'} open={inviting} close={() => setInviting(false)} />}
      <ReasonDialog
        open={asking === 'adjourn'} close={done} title={t('console.sitting.adjourn')} text={withHeld(t('console.sitting.adjournText'))} confirm={t('console.sitting.adjourn')}
        go={(reason) => presiding.mutateAsync((hub) => hub.adjournSession({ roomId, reason: reason || null, resumesAt }))}
      >
        <TextField type="datetime-local" label={t('console.sitting.resumesAt')} value={resumes} onChange={(event) => setResumes(event.target.value)} data-testid="resumes-at" />
      </ReasonDialog>
      <ReasonDialog
        open={asking === 'close'} close={done} title={t('console.sitting.closeTitle')} text={withHeld(t('console.sitting.closeText'))} confirm={t('console.sitting.closeYes')} stop
        go={(reason) => presiding.mutateAsync((hub) => hub.closeSession({ roomId, reason: reason || null }))}
      />
    </div>
  )
}

function Act({ main = false, plain = false, busy = false, testId, onClick, children }: { main?: boolean; plain?: boolean; busy?: boolean; testId: string; onClick: () => void; children: string }) {
  return <button type="button" className={`button small-button ${main ? '' : plain ? 'plain' : 'quiet'}`} disabled={busy} onClick={onClick} data-testid={testId}>{children}</button>
}
