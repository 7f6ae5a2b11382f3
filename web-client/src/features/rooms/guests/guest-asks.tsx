import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuestView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Refused } from '@/ui/states'
import { Consents, GuestCapacityText, GuestStateBadge } from './guest-facts'
import { useGuestAct, useGuests } from './use-guests'
import './guests.css'

interface Props {
  caseId: string
  /** Only those of this room, and of them only what is still to be answered. */
  roomId?: string
}

/** Guests that the mediator would ask in: a party answers for himself, and may change his mind until the guest has come in. */
export function GuestAsks({ caseId, roomId }: Props) {
  const { t } = useTranslation()
  const guests = useGuests(caseId)
  const shown = (guests.data ?? []).filter((guest) => guest.state !== 'Withdrawn' && (roomId === undefined || (guest.roomId === roomId && guest.mayAnswer && guest.myAnswer === null)))
  if (shown.length === 0) return null
  if (roomId !== undefined) return <div className="guest-asks" data-testid="guest-asks">{shown.map((guest) => <AskInRoom key={guest.id} caseId={caseId} guest={guest} />)}</div>
  return <section className="card stack" data-testid="guests"><h2>{t('guests.title')}</h2>{shown.map((guest) => <GuestAsk key={guest.id} caseId={caseId} guest={guest} whole />)}</section>
}

/** The talk keeps its place: one line, and all of it in a dialog. */
function AskInRoom({ caseId, guest }: { caseId: string; guest: GuestView }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <div className="notice wait guest-line" role="status">
      <span>{t('guests.askLine', { name: guest.name, capacity: t(`guests.capacity.${guest.capacity}`) })}</span>
      <Button compact onClick={() => setOpen(true)} data-testid="guest-answer">{t('guests.answer')}</Button>
      <Dialog title={t('guests.title')} open={open} close={() => setOpen(false)} testId="guest-ask-dialog">
        <GuestAsk caseId={caseId} guest={guest} whole={false} />
        <Button look="plain" onClick={() => setOpen(false)}>{t('guests.later')}</Button>
      </Dialog>
    </div>
  )
}

function GuestAsk({ caseId, guest, whole }: { caseId: string; guest: GuestView; whole: boolean }) {
  const { t, i18n } = useTranslation()
  const [changing, setChanging] = useState(false)
  const answer = useGuestAct(caseId, (consents: boolean) => api('POST /guests/{guestId}/answer', { path: { guestId: guest.id }, body: { consents } }), () => setChanging(false))
  const asks = guest.mayAnswer && (guest.myAnswer === null || changing)
  const private_ = guest.roomKind === 'Caucus'
  return (
    <article className={`notice stack tight guest-ask${whole && guest.mayAnswer && guest.myAnswer === null ? ' wait' : ''}`} data-testid="guest-ask" data-name={guest.name} data-state={guest.state}>
      <div className="row apart"><b>{t(asks ? 'guests.ask' : 'guests.asked', { name: guest.name })}</b>{whole && <GuestStateBadge guest={guest} />}</div>
      <span><GuestCapacityText guest={guest} /> · {i18n.language.startsWith('zh') ? guest.roomName : guest.roomNameEn}</span>
      <span className="guest-reason">{t('ui.colon', { before: t('guests.reason'), after: guest.reason })}</span>
      {asks && <span className="small soft">{t(private_ ? 'guests.meansCaucus' : 'guests.means')} {t('guests.law')}</span>}
      {whole && !private_ && <Consents guest={guest} />}
      <Refused error={answer.error} />
      {asks && (
        <div className="row">
          <Button busy={answer.isPending && answer.variables} onClick={() => answer.mutate(true)} data-testid="guest-consent">{t('guests.consent')}</Button>
          <Button look="stop" busy={answer.isPending && !answer.variables} onClick={() => answer.mutate(false)} data-testid="guest-refuse">{t('guests.refuse')}</Button>
        </div>
      )}
      {!asks && guest.myAnswer !== null && (
        <div className="row"><span data-testid="guest-mine">{t(guest.myAnswer ? 'guests.mineYes' : 'guests.mineNo')}</span>{guest.mayAnswer && <Button look="plain" compact onClick={() => setChanging(true)} data-testid="guest-change">{t('guests.change')}</Button>}</div>
      )}
    </article>
  )
}
