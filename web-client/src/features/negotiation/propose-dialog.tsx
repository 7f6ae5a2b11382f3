import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProposalView } from '@/contracts/realtime'
import { useCase } from '@/features/cases/use-case'
import { uuid7 } from '@/lib/uuid7'
import type { RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'
import { SeenBy } from '@/features/rooms'
import { TermFields } from './term-fields'
import { AskingFields, askingOpenly, closesAt, gapIsWrong, gapOf } from './asking'
import { askedBy, draftOf, faultOf, firstRow, rowsOf, takingPart, withoutAmountOf, type TermRow } from './terms'
import { useOpenBlind } from './use-blind'
import { usePropose } from './use-proposals'

interface Props {
  room: RoomHandle
  /** The party I am; null for the mediator. */
  myPartyId: string | null
  counterTo: ProposalView | null
  open: boolean
  close: () => void
}

/** Who would owe what to whom, until when: put to everybody it would bind. */
export function ProposeDialog(props: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={t(props.counterTo ? 'negotiation.counterTitle' : 'negotiation.proposeTitle')} open={props.open} close={props.close} testId="propose-dialog">
      <ProposeForm {...props} />
    </Dialog>
  )
}

function ProposeForm({ room, myPartyId, counterTo, close }: Props) {
  const { t } = useTranslation()
  const view = room.snapshot
  const theCase = useCase(view?.room.caseId ?? null)
  const propose = usePropose(room.roomId)
  const openBlind = useOpenBlind(room.roomId)
  const [asking, setAsking] = useState(askingOpenly)
  const parties = takingPart(theCase.data?.parties ?? [])
  const [typed, setTyped] = useState<TermRow[] | null>(counterTo ? rowsOf(counterTo) : null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [id] = useState(() => uuid7())
  if (!view || theCase.isPending) return <p className="soft">{t('ui.loading')}</p>
  const given = typed ?? [firstRow(parties)]
  const rows = asking.way === 'Bids' ? given.map(withoutAmountOf) : given
  // Only there is everybody at the table whom a deal would bind.
  const mayAskInSecret = myPartyId === null && counterTo === null && view.room.kind === 'Joint'
  const inRoom = new Set(view.members.flatMap((member) => member.partyId ?? []))
  const submit = () => {
    setTried(true)
    if (rows.some((row) => faultOf(row) !== null) || gapIsWrong(asking)) return
    if (asking.way !== 'Open') {
      openBlind.mutate({ roomId: room.roomId, clientMessageId: id, kind: asking.way, terms: rows.map(draftOf), gapFen: gapOf(asking), closesAt: closesAt(asking, Date.now()) }, { onSuccess: close })
      return
    }
    propose.mutate(
      { roomId: room.roomId, clientMessageId: id, toPartyIds: askedBy(rows, myPartyId, inRoom), terms: rows.map(draftOf), note: note.trim() || null, validUntil: null, counterTo: counterTo?.id ?? null },
      { onSuccess: close },
    )
  }
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); submit() }}>
      {mayAskInSecret && <AskingFields asking={asking} tried={tried} onChange={setAsking} />}
      {given.map((row, index) => (
        <TermFields
          key={index} row={row} number={index + 1} parties={parties} tried={tried} withoutAmount={asking.way === 'Bids'}
          onChange={(next) => setTyped(given.map((other, at) => (at === index ? next : other)))}
          onRemove={given.length > 1 ? () => setTyped(given.filter((_, at) => at !== index)) : undefined}
        />
      ))}
      <Button look="quiet" onClick={() => setTyped([...given, firstRow(parties, given)])} data-testid="term-add">{t('negotiation.addTerm')}</Button>
      {asking.way === 'Open' && <TextArea label={t('negotiation.note')} value={note} maxLength={500} rows={2} onChange={(event) => setNote(event.target.value)} />}
      <SeenBy names={view.seenBy} kind={view.room.kind} />
      <Refused error={propose.error ?? openBlind.error} />
      <div className="row">
        <Button type="submit" busy={propose.isPending || openBlind.isPending} data-testid="propose-send">{t('negotiation.send')}</Button>
        <Button look="plain" onClick={close}>{t('ui.cancel')}</Button>
      </div>
    </form>
  )
}
