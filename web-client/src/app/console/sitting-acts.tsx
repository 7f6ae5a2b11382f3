import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AgendaButton, DifferentTimesButton, GuestDialog, HoldSwitch, PanelButton, ReadingLanguage, TranscriptFile, useHeld } from '@/features/rooms'
import { usePreferences } from '@/lib/preferences'
import { useEngine, type RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Press } from '@/ui/press'
import { ActGroup, ActMenu } from './act-menu'
import { ReasonDialog } from './reason-dialog'
import { nameOf } from './room-words'
import { actsOf, type ActName } from './sitting-order'
import type { Presiding } from './use-presiding'

interface Props {
  room: RoomHandle
  presiding: Presiding
  /** Opens the caucus's pane beside this one. */
  opened: (roomId: string) => void
  onCase: (side: 'case' | 'agreement') => void
}

/** The sitting and what belongs to it: the few acts that the moment asks for, and all others by kind behind one button. */
export function SittingActs({ room, presiding, opened, onCase }: Props) {
  const { t, i18n } = useTranslation()
  const engine = useEngine()
  const [asking, setAsking] = useState<'adjourn' | 'close' | null>(null)
  const [inviting, setInviting] = useState(false)
  const [resumes, setResumes] = useState('')
  const held = (useHeld(room).data?.messages ?? []).filter((one) => !one.returned).length
  const { size } = usePreferences()
  const view = room.snapshot
  if (!view) return null
  const { roomId } = room
  const { state, caseId, kind } = view.room
  const sides = view.members.filter((member, at) => member.partyId !== null && view.members.findIndex((other) => other.partyId === member.partyId) === at)
  const { first, rest } = actsOf(view, size === 'elder' ? 2 : undefined)
  const resumesAt = resumes === '' ? null : new Date(resumes).toISOString()
  const withHeld = (text: string) => (held === 0 ? text : `${text} ${t('holding.atEnd', { count: held })}`)
  const done = () => { setAsking(null); setResumes('') }
  const caucusWith = (partyId: string) => presiding.mutate(async (hub) => {
    const { id } = await hub.openCaucus({ caseId: caseId ?? '', partyId })
    await engine.refreshList() // the desk holds only rooms that the list knows
    opened(id)
  })
  const acts: Record<ActName, ReactNode> = {
    open: <Act key="open" main busy={presiding.isPending} testId="open-session" onClick={() => presiding.mutate((hub) => hub.openSession({ roomId }))}>{t(state === 'Adjourned' ? 'console.sitting.resume' : 'console.sitting.open')}</Act>,
    endCall: <Act key="end-call" busy={presiding.isPending} testId="end-call" onClick={() => presiding.mutate((hub) => hub.endCall({ roomId }))}>{t('rooms.call.end')}</Act>,
    call: <Act key="call" busy={presiding.isPending} testId="open-call" onClick={() => presiding.mutate((hub) => hub.openCall({ roomId }))}>{t('rooms.call.open')}</Act>,
    caucus: sides.length > 0 && (
      <ActMenu key="caucus" label={t('console.caucus.open')} testId="caucus-menu">
        {sides.map((member) => <Press key={member.partyId} busy={presiding.isPending} onClick={() => caucusWith(member.partyId ?? '')} data-testid="caucus-with" data-person={member.name}>{t('console.caucus.with', { role: t(`rooms.role.${member.role}`), name: member.name })}</Press>)}
      </ActMenu>
    ),
    adjourn: <Act key="adjourn" testId="adjourn-session" onClick={() => setAsking('adjourn')}>{t('console.sitting.adjourn')}</Act>,
    hold: <HoldSwitch key="hold" room={room} />,
    agenda: <AgendaButton key="agenda" room={room} />,
    times: <DifferentTimesButton key="times" room={room} />,
    close: <Act key="close" testId="close-session" onClick={() => setAsking('close')}>{t('console.sitting.closeOpen')}</Act>,
    guests: <Act key="guests" testId="guests-open" onClick={() => setInviting(true)}>{t('guests.open')}</Act>,
    panel: caseId !== null && <PanelButton key="panel" caseId={caseId} inside={kind === 'Panel'} opened={opened} />,
    papers: <Act key="papers" testId="side-case" onClick={() => onCase('case')}>{t('console.side.case')}</Act>,
    agreement: <Act key="agreement" testId="side-agreement" onClick={() => onCase('agreement')}>{t('console.side.agreement')}</Act>,
    transcript: <TranscriptFile key="transcript" room={room} className="button small-button quiet" />,
    language: <ReadingLanguage key="language" entries={room.log.entries} />,
  }
  return (
    <div className="pane-acts" data-testid="sitting-acts">
      {first.map((name) => acts[name])}
      <ActMenu label={t('console.acts.more')} testId="acts-more">
        {rest.map(({ group, names }) => <ActGroup key={group} name={t(`console.acts.${group}`)}>{names.map((name) => acts[name])}</ActGroup>)}
      </ActMenu>
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

function Act({ main = false, busy, testId, onClick, children }: { main?: boolean; busy?: boolean; testId: string; onClick: () => void; children: string }) {
  return <Button look={main ? 'main' : 'quiet'} className="small-button" busy={busy} onClick={onClick} data-testid={testId}>{children}</Button>
}
