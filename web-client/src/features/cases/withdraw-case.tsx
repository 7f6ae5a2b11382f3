import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useCaseAct } from './use-case'

/** The applicant may leave at any moment. */
export function WithdrawCase({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const [sure, setSure] = useState(false)
  const [note, setNote] = useState('')
  const close = useCaseAct(() => api('POST /cases/{id}/close', { path: { id: caseId }, body: { reason: 'Withdrawn', note: note.trim() || null } }))
  if (!sure) return <Button look="plain" onClick={() => setSure(true)} data-testid="withdraw-case">{t('cases.withdraw.open')}</Button>
  return (
    <section className="notice stop stack">
      <b>{t('cases.withdraw.sure')}</b>
      <TextField label={t('cases.answer.reason')} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      <Refused error={close.error} />
      <div className="row">
        <Button look="stop" busy={close.isPending} onClick={() => close.mutate(undefined)} data-testid="withdraw-yes">{t('cases.withdraw.yes')}</Button>
        <Button look="plain" onClick={() => setSure(false)}>{t('ui.cancel')}</Button>
      </div>
    </section>
  )
}
