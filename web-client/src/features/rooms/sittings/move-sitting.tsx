import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SittingView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { toChinaField } from '@/lib/zones'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'
import { wireOf, type TimeDraft } from './time-draft'
import { TimeFields } from './time-fields'
import { useSittingAct } from './use-sittings'

/** Another time for a sitting that is fixed, with the reason that the parties will read. */
export function MoveSitting({ caseId, sitting }: { caseId: string; sitting: SittingView }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<TimeDraft | null>(null)
  const [reason, setReason] = useState('')
  const move = useSittingAct((to: TimeDraft) => api('POST /cases/{caseId}/sittings/{sittingId}/move', { path: { caseId, sittingId: sitting.id }, body: { ...wireOf(to), reason: reason.trim() } }))
  if (draft === null) return <Button look="plain" compact onClick={() => setDraft({ at: toChinaField(sitting.startsAt ?? ''), minutes: sitting.minutes ?? 60, place: sitting.place ?? '' })} data-testid="move">{t('sittings.move')}</Button>
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); move.mutate(draft, { onSuccess: () => setDraft(null) }) }}>
      <TimeFields draft={draft} change={setDraft} except={sitting.id} />
      <TextArea label={t('sittings.reason')} hint={t('sittings.reasonHint')} rows={2} maxLength={500} required value={reason} onChange={(event) => setReason(event.target.value)} data-testid="move-reason" />
      <Refused error={move.error} />
      <div className="row">
        <Button type="submit" compact disabled={draft.at === '' || reason.trim() === ''} busy={move.isPending} data-testid="move-yes">{t('sittings.move')}</Button>
        <Button look="plain" compact onClick={() => setDraft(null)}>{t('ui.cancel')}</Button>
      </div>
    </form>
  )
}
