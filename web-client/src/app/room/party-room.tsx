import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { EntryView, ProposalView } from '@/contracts/realtime'
import { ExhibitPicker } from '@/features/evidence/exhibit-picker'
import { UploadsOnTheirWay, useRoomUploads } from '@/features/evidence/room-uploads'
import { useFileDrop } from '@/features/evidence/use-file-drop'
import { CounterProvider, ProposeDialog } from '@/features/negotiation'
import { AgendaBar, CallArea, Composer, DifferentTimesButton, DifferentTimesLine, GuestAsks, InterpreterDesk, MessageList, MyHeld, ReadingLanguage, RoomHeader, TranscriptFile, WaitingCard } from '@/features/rooms'
import { useEngine, type RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { useUnreadTitle } from './use-unread-title'

/** The room as a party works in it: the record, proposals, evidence by one tap, and one place to write. */
export function PartyRoom({ room }: { room: RoomHandle }) {
  const { t } = useTranslation()
  const { personId } = useEngine()
  const [replyTo, setReplyTo] = useState<EntryView | null>(null)
  const [proposing, setProposing] = useState<{ counterTo: ProposalView | null } | null>(null)
  const [speaking, setSpeaking] = useState(false)
  const [params] = useSearchParams()
  const uploads = useRoomUploads(room.roomId)
  const { over, onPaste, drop } = useFileDrop(uploads.send)
  const counter = useCallback((proposal: ProposalView) => setProposing({ counterTo: proposal }), [])
  useUnreadTitle(room.unread)
  const view = room.snapshot
  if (!view) return null
  const me = view.members.find((member) => member.personId === personId)
  const open = view.mayPost
  const shows = open && view.hold !== 'On' // files and proposals wait until the review has ended
  const interprets = me?.role === 'Interpreter'
  const close = () => setProposing(null)
  return (
    <CounterProvider value={open ? counter : undefined}>
      <section className={`room${over ? ' drop-here' : ''}`} {...(shows ? drop : {})}>
        <RoomHeader room={room}><TranscriptFile room={room} />{me?.partyId != null && <DifferentTimesButton room={room} />}<ReadingLanguage entries={room.log.entries} /></RoomHeader>
        <CallArea room={room} />
        <AgendaBar room={room} />
        <MessageList room={room} onReply={setReplyTo} goTo={Number(params.get('m')) || null} />
        <div className="room-foot">
          {me && view.room.caseId !== null && me.partyId !== null && <GuestAsks caseId={view.room.caseId} roomId={room.roomId} />}
          {me?.partyId != null && <DifferentTimesLine room={room} />}
          <MyHeld room={room} />
          <WaitingCard room={room} />
          <UploadsOnTheirWay uploads={uploads} />
        </div>
        {interprets && <InterpreterDesk room={room} speaking={speaking} setSpeaking={setSpeaking} />}
        {(!interprets || speaking) && <Composer
          room={room} waitingShown replyTo={replyTo} onReplyDone={() => setReplyTo(null)} {...(shows ? { onPaste } : {})}
          tools={<>
            <ExhibitPicker small onFiles={uploads.send} disabled={!shows} />
            {view.room.caseId !== null && me?.partyId !== null && <Button look="quiet" className="icon" disabled={!shows} aria-label={t('negotiation.propose')} title={t('negotiation.propose')} onClick={() => setProposing({ counterTo: null })} data-testid="propose"><Icon name="hand" /></Button>}
          </>}
        />}
        <ProposeDialog room={room} myPartyId={me?.partyId ?? null} counterTo={proposing?.counterTo ?? null} open={proposing !== null} close={close} />
      </section>
    </CounterProvider>
  )
}
