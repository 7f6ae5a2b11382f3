import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'

/** The appointed mediator's yes, with what has to be disclosed, or no with a reason, within three working days (online mediation rules, art. 12). */
export function AnswerAppointment({ view, declined }: { view: CaseView; declined: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [declining, setDeclining] = useState(false)
  const [reason, setReason] = useState('')
  const [disclosure, setDisclosure] = useState('')
  const answer = useMutation({
    mutationFn: (accepts: boolean) => api('POST /cases/{id}/appointment', {
      path: { id: view.id }, body: { accepts, reason: accepts ? null : reason.trim(), disclosure: accepts ? disclosure.trim() || null : null },
    }),
    onSuccess: (now) => {
      if (now) queries.setQueryData(['case', view.id], now)
      else queries.removeQueries({ queryKey: ['case', view.id] })
      void queries.invalidateQueries({ queryKey: ['cases'] })
      if (!now) declined()
    },
  })
  return (
    <section className="card stack" data-testid="appointment">
      <h3>{t('console.appointment.title')}</h3>
      <p className="soft small">{t('console.appointment.text')}</p>
      <Refused error={answer.error} />
      {declining ? (
        <form className="stack" onSubmit={(event) => { event.preventDefault(); answer.mutate(false) }}>
          <TextArea label={t('console.appointment.reason')} hint={t('console.appointment.reasonHint')} required rows={3} maxLength={2_000} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="decline-reason" />
          <div className="row">
            <Button type="submit" look="stop" compact disabled={reason.trim() === ''} busy={answer.isPending} data-testid="decline-case-yes">{t('console.appointment.declineYes')}</Button>
            <Button look="plain" compact onClick={() => setDeclining(false)}>{t('ui.cancel')}</Button>
          </div>
        </form>
      ) : (
        <>
          <TextArea label={t('ui.optional', { label: t('console.appointment.disclosure') })} hint={t('console.appointment.disclosureHint')} rows={2} maxLength={2_000} value={disclosure} onChange={(event) => setDisclosure(event.target.value)} data-testid="disclosure" />
          <div className="row">
            <Button compact busy={answer.isPending} onClick={() => answer.mutate(true)} data-testid="accept-case">{t('console.appointment.accept')}</Button>
            <Button look="stop" compact onClick={() => setDeclining(true)} data-testid="decline-case">{t('console.appointment.decline')}</Button>
          </div>
        </>
      )}
    </section>
  )
}
