import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { plainDate } from '@/lib/time'
import { Article } from '@/ui/article'
import { Button } from '@/ui/button'
import { TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useCaseAct } from './use-case'

/** What moves the end of the mediation: a proposal for more time and its answers, an appraisal. The mediator proposes, each party answers for himself. */
export function Term({ view }: { view: CaseView }) {
  const { t, i18n } = useTranslation()
  const may = new Set(view.mayAct)
  const { term } = view
  if (term === null) return null
  return (
    <>
      {term.pending && (
        <section className="notice wait stack" data-testid="extension">
          <b>{t('cases.term.proposed', { day: plainDate(term.pending.lastDay, i18n.language) })}</b>
          <span className="small">{t('cases.term.allAgree')}{term.extendedBy && <> · <Article citation={term.extendedBy} /></>}</span>
          {may.has('answer-extension') && <AnswerExtension caseId={view.id} />}
          {!may.has('answer-extension') && term.pending.myAnswer && <span data-testid="extension-mine">✓ {t('cases.term.mine')}</span>}
          {!may.has('answer-extension') && <span className="small soft" data-testid="extension-waiting">{t('cases.term.waiting', { names: term.pending.waiting.join(t('ui.comma')) })}</span>}
        </section>
      )}
      {term.declined && <p className="notice small" data-testid="extension-declined">{t('cases.term.declined', { day: plainDate(term.declined.lastDay, i18n.language) })}</p>}
      {term.suspendedFor !== null && (
        <section className="notice stack tight" data-testid="suspended">
          <b>{t('cases.term.suspended')}</b>
          <span>{term.suspendedFor}</span>
          <span className="small soft">{t('cases.term.suspendedText')}{term.suspendedBy && <> · <Article citation={term.suspendedBy} /></>}</span>
        </section>
      )}
      <ChangeTerm view={view} may={may} />
    </>
  )
}

function AnswerExtension({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const answer = useCaseAct((agrees: boolean) => api('POST /cases/{id}/term/extension/answer', { path: { id: caseId }, body: { agrees } }))
  return (
    <>
      <Refused error={answer.error} />
      <div className="row">
        <Button busy={answer.isPending && answer.variables} onClick={() => answer.mutate(true)} data-testid="extension-agree">{t('cases.term.agree')}</Button>
        <Button look="plain" busy={answer.isPending && !answer.variables} onClick={() => answer.mutate(false)} data-testid="extension-decline">{t('cases.term.decline')}</Button>
      </div>
    </>
  )
}

function ChangeTerm({ view, may }: { view: CaseView; may: ReadonlySet<string> }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'extend' | 'suspend' | null>(null)
  const [day, setDay] = useState('')
  const [reason, setReason] = useState('')
  const close = () => setOpen(null)
  const path = { id: view.id }
  const extend = useCaseAct((lastDay: string) => api('POST /cases/{id}/term/extension', { path, body: { lastDay } }))
  const suspend = useCaseAct((why: string) => api('POST /cases/{id}/term/suspension', { path, body: { reason: why } }))
  const resume = useCaseAct(() => api('POST /cases/{id}/term/suspension/end', { path }))
  if (open === 'extend') {
    return (
      <form className="card stack" onSubmit={(event) => { event.preventDefault(); extend.mutate(day, { onSuccess: close }) }} data-testid="extend-form">
        <TextField type="date" label={t('cases.term.newDay')} hint={t('cases.term.newDayHint')} required value={day} onChange={(event) => setDay(event.target.value)} data-testid="extend-day" />
        <Refused error={extend.error} />
        <div className="row">
          <Button type="submit" compact disabled={day === ''} busy={extend.isPending} data-testid="extend-yes">{t('cases.term.ask')}</Button>
          <Button look="plain" compact onClick={close}>{t('ui.cancel')}</Button>
        </div>
      </form>
    )
  }
  if (open === 'suspend') {
    return (
      <form className="card stack" onSubmit={(event) => { event.preventDefault(); suspend.mutate(reason.trim(), { onSuccess: close }) }} data-testid="suspend-form">
        <TextArea label={t('cases.term.what')} hint={t('cases.term.whatHint')} required rows={2} maxLength={2_000} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="suspend-reason" />
        <Refused error={suspend.error} />
        <div className="row">
          <Button type="submit" compact disabled={reason.trim() === ''} busy={suspend.isPending} data-testid="suspend-yes">{t('cases.term.suspendYes')}</Button>
          <Button look="plain" compact onClick={close}>{t('ui.cancel')}</Button>
        </div>
      </form>
    )
  }
  if (!may.has('extend-term') && !may.has('suspend-term') && !may.has('resume-term')) return null
  return (
    <>
      <Refused error={resume.error} />
      <div className="row close">
        {may.has('extend-term') && <Button look="plain" compact onClick={() => setOpen('extend')} data-testid="extend-term">{t('cases.term.extend')}</Button>}
        {may.has('suspend-term') && <Button look="plain" compact onClick={() => setOpen('suspend')} data-testid="suspend-term">{t('cases.term.suspend')}</Button>}
        {may.has('resume-term') && <Button look="quiet" compact busy={resume.isPending} onClick={() => resume.mutate(undefined)} data-testid="resume-term">{t('cases.term.resume')}</Button>}
      </div>
    </>
  )
}
