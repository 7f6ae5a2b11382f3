import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeldMessageView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { clockTime } from '@/lib/time'
import type { RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'
import { quoteOf } from '../message-row'
import { useHeld, useHeldAct } from './use-held'
import './holding.css'

/** What waits for the mediator in this room, the eldest first: let through as it was written, or back to its author with a reason. */
export function HeldQueue({ room }: { room: RoomHandle }) {
  const { t } = useTranslation()
  const held = useHeld(room)
  if (room.snapshot?.hold !== 'On' || !room.snapshot.mayPreside) return null
  const waiting = (held.data?.messages ?? []).filter((one) => !one.returned)
  return (
    <section className="held-queue" aria-label={t('holding.queue')} data-testid="held-queue">
      <p className="small held-head"><b>{t('holding.queueOn')}</b> <span data-testid="held-count" data-count={waiting.length}>{waiting.length === 0 ? t('holding.none') : t('holding.some', { count: waiting.length })}</span></p>
      <ol className="plain stack tight held-list">{waiting.map((one) => <HeldRow key={one.id} room={room} held={one} />)}</ol>
    </section>
  )
}

function HeldRow({ room, held }: { room: RoomHandle; held: HeldMessageView }) {
  const { t, i18n } = useTranslation()
  const [returning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const path = { roomId: room.roomId, heldId: held.id }
  const release = useHeldAct(room.roomId, () => api('POST /rooms/{roomId}/held/{heldId}/release', { path }))
  const giveBack = useHeldAct(room.roomId, () => api('POST /rooms/{roomId}/held/{heldId}/return', { path, body: { reason: reason.trim() } }))
  const answered = room.log.entries.find((entry) => entry.sequence === held.replyTo)
  return (
    <li className="held-row stack tight" data-testid="held-row" data-author={held.authorName}>
      <span className="small"><b>{held.authorName}</b> <span className="soft">{t(`rooms.role.${held.authorRole}`)}</span> <time className="number soft" dateTime={held.writtenAt}>{clockTime(held.writtenAt, i18n.language)}</time></span>
      {answered && <blockquote className="entry-quote">{t('ui.colon', { before: answered.authorName, after: quoteOf(answered, t('rooms.attachment')) })}</blockquote>}
      <div className="held-text">{held.text}</div>
      <Refused error={release.error ?? giveBack.error} />
      {returning
        ? (
          <form className="stack tight" onSubmit={(event) => { event.preventDefault(); giveBack.mutate(undefined) }}>
            <TextArea label={t('holding.reasonFor', { name: held.authorName })} rows={2} maxLength={500} required value={reason} onChange={(event) => setReason(event.target.value)} data-testid="held-reason" />
            <div className="row"><Button type="submit" compact look="stop" busy={giveBack.isPending} disabled={reason.trim() === ''} data-testid="held-return-yes">{t('holding.giveBack')}</Button><Button compact look="plain" onClick={() => setReturning(false)}>{t('ui.cancel')}</Button></div>
          </form>
        )
        : <div className="row"><Button compact busy={release.isPending} onClick={() => release.mutate(undefined)} data-testid="held-release">{t('holding.release')}</Button><Button compact look="plain" onClick={() => setReturning(true)} data-testid="held-return">{t('holding.giveBackAsk')}</Button></div>}
    </li>
  )
}
