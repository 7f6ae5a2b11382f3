import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useSittingAct } from './use-sittings'

/** Cancelling, with the reason that the parties will read. */
export function CallOff({ caseId, sittingId, label }: { caseId: string; sittingId: string; label: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const cancel = useSittingAct((why: string) => api('POST /cases/{caseId}/sittings/{sittingId}/cancel', { path: { caseId, sittingId }, body: { reason: why } }))
  if (!open) return <Button look="plain" compact onClick={() => setOpen(true)} data-testid="call-off">{label}</Button>
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); cancel.mutate(reason.trim()) }}>
      <TextArea label={t('sittings.reason')} hint={t('sittings.reasonHint')} rows={2} maxLength={500} required value={reason} onChange={(event) => setReason(event.target.value)} data-testid="call-off-reason" />
      <Refused error={cancel.error} />
      <div className="row">
        <Button type="submit" look="stop" compact disabled={reason.trim() === ''} busy={cancel.isPending} data-testid="call-off-yes">{label}</Button>
        <Button look="plain" compact onClick={() => setOpen(false)}>{t('ui.cancel')}</Button>
      </div>
    </form>
  )
}
