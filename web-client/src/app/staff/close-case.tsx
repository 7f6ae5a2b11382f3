import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView, ClosingReason } from '@/contracts/realtime'
import { useCaseAct } from '@/features/cases/use-case'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Choice, TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'

/** Reasons of court rule 25 by who may give them; *agreed* is never chosen, it follows from the signatures and the seal. */
const reasons = {
  mediator: ['Withdrawn', 'NoContact', 'Refused', 'TooFarApart', 'Expired', 'RefusedToSign', 'Other'],
  operator: ['NoContact', 'Refused', 'Expired', 'Other'],
} as const satisfies Record<string, readonly ClosingReason[]>

/** Ends the case without an agreement; the parties are told which other ways remain (人民调解法 26). */
export function CloseCase({ view, as }: { view: CaseView; as: keyof typeof reasons }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState<ClosingReason | null>(null)
  const [note, setNote] = useState('')
  const close = useCaseAct((chosen: ClosingReason) => api('POST /cases/{id}/close', { path: { id: view.id }, body: { reason: chosen, note: note.trim() || null } }))
  if (!open) return <Button look="plain" compact onClick={() => setOpen(true)} data-testid="close-case">{t('console.close.open')}</Button>
  const needsNote = reason === 'Other'
  return (
    <form className="card stack" onSubmit={(event) => { event.preventDefault(); if (reason) close.mutate(reason) }} data-testid="close-case-form">
      <fieldset className="field">
        <legend>{t('console.close.title')}</legend>
        <span className="hint">{t('console.close.article')}</span>
        <div className="choices">
          {reasons[as].map((one) => <Choice key={one} name="closing" checked={reason === one} onChange={() => setReason(one)} data-testid={`closing-${one}`}>{t(`cases.closing.${one}`)}</Choice>)}
        </div>
      </fieldset>
      <TextArea label={needsNote ? t('console.close.note') : t('ui.optional', { label: t('console.close.note') })} hint={t('console.close.noteHint')} required={needsNote} rows={3} maxLength={2_000} value={note} onChange={(event) => setNote(event.target.value)} data-testid="closing-note" />
      <p className="notice wait small">{t('console.close.after')}</p>
      <Refused error={close.error} />
      <div className="row">
        <Button type="submit" look="stop" compact disabled={reason === null || (needsNote && note.trim() === '')} busy={close.isPending} data-testid="close-case-yes">{t('console.close.yes')}</Button>
        <Button look="plain" compact onClick={() => setOpen(false)}>{t('ui.cancel')}</Button>
      </div>
    </form>
  )
}
