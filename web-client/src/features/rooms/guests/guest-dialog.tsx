import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuestView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Failed, Loading, Refused } from '@/ui/states'
import { Consents, GuestCapacityText, GuestStateBadge } from './guest-facts'
import { GuestForm } from './guest-form'
import { useGuestAct, useGuests } from './use-guests'

interface Props {
  caseId: string
  roomId: string
  roomName: string
  private_: boolean
  open: boolean
  close: () => void
}

/** The mediator asks somebody into this room: whom, as what, why; and how far the consents are. */
export function GuestDialog({ open, close, ...rest }: Props) {
  const { t } = useTranslation()
  return <Dialog title={t('guests.dialog', { room: rest.roomName })} open={open} close={close} testId="guest-dialog"><Inside close={close} {...rest} /></Dialog>
}

function Inside({ caseId, roomId, private_, close }: Omit<Props, 'open'>) {
  const { t } = useTranslation()
  const guests = useGuests(caseId)
  const [adding, setAdding] = useState(false)
  if (guests.isPending) return <Loading />
  if (guests.isError) return <Failed error={guests.error} retry={() => void guests.refetch()} />
  const here = guests.data.filter((guest) => guest.roomId === roomId)
  const form = adding || here.length === 0
  return (
    <div className="stack">
      {here.map((guest) => <GuestItem key={guest.id} caseId={caseId} guest={guest} />)}
      {form
        ? <GuestForm caseId={caseId} roomId={roomId} private_={private_} done={() => setAdding(false)} />
        : <Button look="quiet" onClick={() => setAdding(true)} data-testid="guest-more">{t('guests.more')}</Button>}
      <Button look="plain" onClick={close} data-testid="guest-close">{t('ui.close')}</Button>
    </div>
  )
}

function GuestItem({ caseId, guest }: { caseId: string; guest: GuestView }) {
  const { t } = useTranslation()
  const path = { guestId: guest.id }
  const withdraw = useGuestAct(caseId, () => api('POST /guests/{guestId}/withdraw', { path }))
  const again = useGuestAct(caseId, () => api('POST /guests/{guestId}/invitation', { path }))
  return (
    <article className="card flat stack tight" data-testid="guest-item" data-name={guest.name}>
      <div className="row apart"><b>{guest.name}</b><GuestStateBadge guest={guest} /></div>
      <span className="small"><GuestCapacityText guest={guest} />{guest.contact !== '' && <> · <span className="number">{guest.contact}</span></>}</span>
      <span className="small soft guest-reason">{guest.reason}</span>
      <Consents guest={guest} />
      {guest.state === 'Ready' && <span className="small">{t('guests.willWait')}</span>}
      <Refused error={withdraw.error ?? again.error} />
      {guest.mayWithdraw && (
        <div className="row">
          {guest.state === 'Invited' && <Button look="quiet" compact busy={again.isPending} disabled={again.isSuccess} onClick={() => again.mutate(undefined)} data-testid="guest-again">{t(again.isSuccess ? 'guests.sentAgain' : 'guests.again')}</Button>}
          <Button look="plain" compact busy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)} data-testid="guest-withdraw">{t('guests.withdraw')}</Button>
        </div>
      )}
    </article>
  )
}
