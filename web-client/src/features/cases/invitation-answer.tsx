import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Choice, TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { Stopped } from './stopped'
import { useCaseAct } from './use-case'

const duties = ['one', 'two', 'three', 'four'] as const
const rights = ['one', 'two', 'three', 'four'] as const
const seen = ['joint', 'caucus', 'file', 'centre'] as const

/** Duties, rights, who will see what; then consent, or refuse in one tap and a confirmation. */
export function AnswerStep({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [read, setRead] = useState(false)
  const [refusing, setRefusing] = useState(false)
  const [reason, setReason] = useState('')
  const answer = useCaseAct((consents: boolean) => api('POST /cases/{id}/answer', { path: { id: caseId }, body: { consents, reason: consents ? null : reason.trim() || null } }))
  if (answer.data && !answer.variables) return <Stopped view={answer.data} />
  const list = (title: string, items: readonly string[]) => (
    <section className="card flat stack tight"><h2>{title}</h2><ul>{items.map((item) => <li key={item}>{item}</li>)}</ul></section>
  )
  return (
    <div className="stack" data-testid="answer">
      <h1>{t('cases.answer.title')}</h1>
      <p>{t('cases.answer.lead')}</p>
      {list(t('cases.answer.rightsTitle'), rights.map((key) => t(`cases.answer.rights.${key}`)))}
      {list(t('cases.answer.dutiesTitle'), duties.map((key) => t(`cases.answer.duties.${key}`)))}
      {list(t('cases.answer.seenTitle'), seen.map((key) => t(`cases.answer.seen.${key}`)))}
      <Choice type="checkbox" checked={read} onChange={(event) => setRead(event.target.checked)} data-testid="answer-read">{t('cases.answer.agreeText')}</Choice>
      <Refused error={answer.error} />
      <Button whole disabled={!read} busy={answer.isPending && answer.variables} onClick={() => answer.mutate(true, { onSuccess: () => void navigate(`/cases/${caseId}`) })} data-testid="consent">{t('cases.answer.consent')}</Button>
      {refusing ? (
        <section className="notice stop stack" data-testid="refuse-confirm">
          <b>{t('cases.answer.refuseSure')}</b>
          <TextField label={t('cases.answer.reason')} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          <div className="row">
            <Button look="stop" busy={answer.isPending && !answer.variables} onClick={() => answer.mutate(false)} data-testid="refuse-yes">{t('cases.answer.refuseYes')}</Button>
            <Button look="plain" onClick={() => setRefusing(false)}>{t('ui.cancel')}</Button>
          </div>
        </section>
      ) : <Button look="stop" whole onClick={() => setRefusing(true)} data-testid="refuse">{t('cases.answer.refuse')}</Button>}
    </div>
  )
}
