import { memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView, ProposalView, RoomView } from '@/contracts/realtime'
import { ExhibitPicker } from '@/features/evidence/exhibit-picker'
import { UploadsOnTheirWay, useRoomUploads } from '@/features/evidence/room-uploads'
import { CounterProvider, ProposeDialog } from '@/features/negotiation'
import { AgendaBar, CallArea, Composer, DifferentTimesLine, HeldQueue, LawDialog, MessageList } from '@/features/rooms'
import type { RoomSide } from '@/features/rooms/wrong-room-guard'
import { useRoom, type RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Failed, Loading, Refused } from '@/ui/states'
import { CrossingQuestion } from './crossing-question'
import { PaneHeader } from './pane-header'
import { PaneRoster } from './pane-roster'
import { lookOf, nameOf } from './room-words'
import { SendLabel } from './send-label'
import { SittingActs } from './sitting-acts'
import { useCrossingGuard } from './use-crossing-guard'
import { sideOf, type Desk } from './use-desk'
import { UnfilledQuestion } from './unfilled-question'
import { useHeldSend } from './use-held-send'
import { usePresiding } from './use-presiding'
import { useRoomValues } from './use-room-values'
import { useSendLock } from './use-send-lock'
import { useSlash } from './use-slash'
import { useUnfilledGuard } from './use-unfilled-guard'

export interface PaneProps {
  view: RoomView
  index: number
  desk: Desk
  /** False while the pane is not on screen: nothing in it counts as read. */
  visible: boolean
  title: string
  sides: readonly RoomSide[]
  onCase: (caseId: string, side: 'case' | 'agreement') => void
}

/** One room on the desk. Only the pane in use shows its whole composer; in the others the first click brings it to the front. What happens in another room leaves it alone. */
export const Pane = memo(OnePane)

function OnePane(props: PaneProps) {
  const { view, index, desk } = props
  const room = useRoom(view.id)
  const active = desk.active === view.id
  const element = useRef<HTMLElement>(null)
  const shown = room.snapshot !== null
  const answered = useRef(0)
  // In the moment in which there is something to write in, not a moment later: what is typed meanwhile would fall on the pane, whose keys lead elsewhere.
  useLayoutEffect(() => {
    if (!active || desk.called === answered.current) return
    const area = element.current?.querySelector('textarea')
    // A room that has just been opened is called before there is anything in it to write in: until then the keyboard is at least out of the room before.
    if (!area) {
      element.current?.focus()
      return
    }
    answered.current = desk.called
    area.focus()
    // He goes on behind what stands there, not before it.
    if (area.selectionEnd === 0) area.setSelectionRange(area.value.length, area.value.length)
  }, [active, desk.called, shown])
  const { t, i18n } = useTranslation()
  return (
    <section
      ref={element} className="pane" tabIndex={-1} data-testid="pane" data-room={view.id} data-kind={view.kind} data-colour={view.colour} data-active={active} data-look={lookOf(view.kind)}
      aria-label={t('console.pane.label', { number: index + 1, room: nameOf(view, i18n.language) })}
      data-loading={!shown} onPointerDownCapture={() => desk.toFront(view.id)} onFocusCapture={() => desk.toFront(view.id)}
    >
      {room.refusal ? <Failed error={room.refusal} /> : room.snapshot ? <PaneBody {...props} room={room} active={active} /> : <Loading />}
    </section>
  )
}

function PaneBody({ view, index, desk, visible, title, sides, onCase, room, active }: PaneProps & { room: RoomHandle; active: boolean }) {
  const { t, i18n } = useTranslation()
  const [replyTo, setReplyTo] = useState<EntryView | null>(null)
  const [proposing, setProposing] = useState<{ counterTo: ProposalView | null } | null>(null)
  const [lookingUp, setLookingUp] = useState(false)
  const presiding = usePresiding()
  const side = useMemo(() => sideOf(view), [view])
  const locked = useSendLock(desk.guard, view.id, active)
  const held = useHeldSend(desk.guard, side)
  const unfilled = useUnfilledGuard(view.id, held.guarded)
  const slash = useSlash(view.id, useRoomValues(view), view.kind !== 'Panel')
  const uploads = useRoomUploads(view.id)
  const crossing = useCrossingGuard(desk.guard, side, sides, uploads.send, desk.layout.rooms.length > 1)
  const counter = useCallback((proposal: ProposalView) => setProposing({ counterTo: proposal }), [])
  const open = room.snapshot?.mayPost ?? false
  const name = nameOf(view, i18n.language)
  const { caseId } = view
  return (
    <CounterProvider value={open ? counter : undefined}>
      <div className="pane-inside" {...crossing.pane}>
        <PaneHeader room={room} number={index + 1} title={title} close={() => desk.close(view.id)} />
        <SittingActs room={room} presiding={presiding} opened={desk.openBeside} onCase={(which) => caseId !== null && onCase(caseId, which)} />
        <PaneRoster room={room} presiding={presiding} />
        <Refused error={presiding.error} />
        <CallArea room={room} />
        <AgendaBar room={room} />
        <HeldQueue room={room} />
        <MessageList room={room} onReply={setReplyTo} attentive={active && visible} spoken={desk.layout.rooms.length > 1 ? name : undefined} />
        <div className="pane-foot">
          <DifferentTimesLine room={room} />
          <UploadsOnTheirWay uploads={uploads} />
          {held.seconds !== null && (
            <p className="notice wait pane-held" role="status" data-testid="held">
              <span>{t(view.kind === 'Caucus' ? 'console.held.textOne' : 'console.held.text', { seconds: held.seconds, room: name })}</span>
              <span className="row"><Button compact onClick={held.takeBack} data-testid="take-back">{t('console.held.takeBack')}</Button><Button compact look="plain" onClick={held.sendNow} data-testid="send-now">{t('console.held.now')}</Button></span>
            </p>
          )}
        </div>
        <Composer
          room={room} replyTo={replyTo} onReplyDone={() => setReplyTo(null)} locked={locked} guard={unfilled.guard} assist={slash} onPaste={crossing.onPaste}
          sendLabel={<SendLabel look={lookOf(view.kind)} names={room.snapshot?.seenBy ?? []} room={name} />}
          tools={<>
            <ExhibitPicker small onFiles={uploads.send} disabled={!open || locked} />
            {caseId !== null && view.kind !== 'Panel' && <Button look="quiet" className="icon" disabled={!open || locked} aria-label={t('negotiation.propose')} title={t('negotiation.propose')} onClick={() => setProposing({ counterTo: null })} data-testid="propose"><Icon name="hand" /></Button>}
            <Button look="quiet" className="icon" disabled={!open || locked} aria-label={t('law.show')} title={t('law.show')} onClick={() => setLookingUp(true)} data-testid="law"><span aria-hidden="true">§</span></Button>
          </>}
        />
      </div>
      <UnfilledQuestion text={unfilled.asked} settle={unfilled.settle} />
      <CrossingQuestion crossing={crossing.crossing} settle={crossing.settle} room={room} name={name} />
      <LawDialog roomId={view.id} open={lookingUp} close={() => setLookingUp(false)} />
      <ProposeDialog room={room} myPartyId={null} counterTo={proposing?.counterTo ?? null} open={proposing !== null} close={() => setProposing(null)} />
    </CounterProvider>
  )
}
