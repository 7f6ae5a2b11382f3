import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useAgreementAct } from './use-signing'

/** Nobody must sign; the reason goes to the mediator and the others. */
export function DeclineToSign({ view, caseId }: { view: AgreementView; caseId: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const decline = useAgreementAct(caseId, () => api('POST /agreements/{id}/decline', { path: { id: view.id }, body: { frozenHash: view.frozenHash ?? '', reason: reason.trim() } }))
  if (!open) return <Button look="stop" whole onClick={() => setOpen(true)} data-testid="decline-open">{t('settlements.decline')}</Button>
  return (
    <form className="card stack" onSubmit={(event) => { event.preventDefault(); decline.mutate(undefined) }}>
      <TextArea label={t('settlements.declineReason')} hint={t('settlements.declineHint')} required rows={3} maxLength={1_000} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="decline-reason" />
      <Refused error={decline.error} />
      <div className="row">
        <Button type="submit" look="stop" disabled={reason.trim() === ''} busy={decline.isPending} data-testid="decline-yes">{t('settlements.declineYes')}</Button>
        <Button look="plain" onClick={() => setOpen(false)}>{t('ui.cancel')}</Button>
      </div>
    </form>
  )
}
