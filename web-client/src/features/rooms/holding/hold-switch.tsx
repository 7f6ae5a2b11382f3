import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/lib/api'
import type { RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Choice, TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useHeld, useHeldAct } from './use-held'

/** The mediator has what parties write wait for him, or no longer; with what waits, one of two things is done. */
export function HoldSwitch({ room }: { room: RoomHandle }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const view = room.snapshot
  if (!view || !view.mayPreside || view.room.kind !== 'Joint' || view.room.state !== 'Open') return null
  const on = view.hold === 'On'
  return (
    <>
      <button type="button" className="button small-button quiet" aria-pressed={on} onClick={() => setOpen(true)} data-testid="hold-switch">{t(on ? 'holding.end' : 'holding.start')}</button>
      <Dialog title={t(on ? 'holding.end' : 'holding.start')} open={open} close={() => setOpen(false)} testId="hold-dialog">
        {on ? <End room={room} close={() => setOpen(false)} /> : <Start roomId={room.roomId} close={() => setOpen(false)} />}
      </Dialog>
    </>
  )
}

function Start({ roomId, close }: { roomId: string; close: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const start = useHeldAct(roomId, () => api('POST /rooms/{roomId}/hold', { path: { roomId }, body: { reason: reason.trim() || null } }), close)
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); start.mutate(undefined) }}>
      <p>{t('holding.startText')}</p>
      <TextArea label={t('ui.optional', { label: t('holding.startReason') })} rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="hold-reason" />
      <Refused error={start.error} />
      <div className="row"><Button type="submit" busy={start.isPending} data-testid="hold-yes">{t('holding.start')}</Button><Button look="plain" onClick={close}>{t('ui.cancel')}</Button></div>
    </form>
  )
}

function End({ room, close }: { room: RoomHandle; close: () => void }) {
  const { t } = useTranslation()
  const held = useHeld(room)
  const [release, setRelease] = useState(true)
  const [reason, setReason] = useState('')
  const count = (held.data?.messages ?? []).filter((one) => !one.returned).length
  const gives = count > 0 && !release
  const end = useHeldAct(room.roomId, () => api('POST /rooms/{roomId}/hold/end', { path: { roomId: room.roomId }, body: { release, reason: gives ? reason.trim() : null } }), close)
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); end.mutate(undefined) }}>
      <p>{count === 0 ? t('holding.endText') : t('holding.endSome', { count })}</p>
      {count > 0 && (
        <fieldset className="plain stack tight">
          <legend className="unseen">{t('holding.queue')}</legend>
          <Choice name="rest" checked={release} onChange={() => setRelease(true)} data-testid="hold-release-all">{t('holding.releaseAll')}</Choice>
          <Choice name="rest" checked={!release} onChange={() => setRelease(false)} data-testid="hold-return-all">{t('holding.returnAll')}</Choice>
        </fieldset>
      )}
      {gives && <TextArea label={t('holding.reasonForAll')} rows={2} maxLength={500} required value={reason} onChange={(event) => setReason(event.target.value)} data-testid="hold-return-reason" />}
      <Refused error={end.error} />
      <div className="row"><Button type="submit" busy={end.isPending} disabled={gives && reason.trim() === ''} data-testid="hold-yes">{t('holding.end')}</Button><Button look="plain" onClick={close}>{t('ui.cancel')}</Button></div>
    </form>
  )
}
