import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FollowUpFinding, PerformanceView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { plainDate } from '@/lib/time'
import { Button } from '@/ui/button'
import { Choice, TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'
import { usePerformanceAct } from './use-performance'

const findings: readonly FollowUpFinding[] = ['Performed', 'Partly', 'NotPerformed']
const scores = [5, 4, 3, 2, 1] as const

/** The questions to a party, or what he answered; to those who supervise, all answers. */
export function FollowUp({ view }: { view: PerformanceView }) {
  const { t, i18n } = useTranslation()
  const { followUp } = view
  if (followUp.mayAnswer) return <Questions caseId={view.caseId} />
  if (followUp.mine) return <p className="notice good" data-testid="follow-up-mine">{t('performance.followUp.mine', { finding: t(`performance.followUp.findings.${followUp.mine.finding}`), score: followUp.mine.satisfaction ?? '' })}</p>
  if (!view.supervises) return null
  return (
    <section className="card flat stack tight" data-testid="follow-up-answers">
      <h3>{t('performance.followUp.title')}</h3>
      <p className="soft small">{t('performance.followUp.day', { day: plainDate(followUp.asksOn, i18n.language) })}{!followUp.verified && t('performance.followUp.unverified')}</p>
      {followUp.answers.map((one) => (
        <p key={one.partyName} data-testid="follow-up-answer">{t('performance.followUp.answer', { name: one.partyName, finding: t(`performance.followUp.findings.${one.finding}`) })}{one.satisfaction !== null && ` · ${t(`performance.followUp.score.s${one.satisfaction as 5}`)}`}{one.note && <span className="said"> {one.note}</span>}</p>
      ))}
      {followUp.answers.length > 0 && followUp.waiting.length > 0 && <p className="soft small">{t('performance.followUp.waiting', { names: followUp.waiting.join(t('ui.comma')) })}</p>}
    </section>
  )
}

function Questions({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const [finding, setFinding] = useState<FollowUpFinding | null>(null)
  const [score, setScore] = useState<(typeof scores)[number] | null>(null)
  const [note, setNote] = useState('')
  const answer = usePerformanceAct(caseId, (said: { finding: FollowUpFinding; satisfaction: number }, requestId) =>
    api('POST /cases/{caseId}/performance/follow-up', { path: { caseId }, body: { requestId, ...said, note: note.trim() || null } }))
  const ready = finding !== null && score !== null
  return (
    <form className="card stack" onSubmit={(event) => { event.preventDefault(); if (ready) answer.mutate({ finding, satisfaction: score }) }} data-testid="follow-up">
      <h3>{t('performance.followUp.title')}</h3>
      <p>{t('performance.followUp.lead')}</p>
      <fieldset className="field">
        <legend>{t('performance.followUp.finding')}</legend>
        <div className="choices">{findings.map((one) => <Choice key={one} name="finding" checked={finding === one} onChange={() => setFinding(one)} data-testid={`finding-${one}`}>{t(`performance.followUp.findings.${one}`)}</Choice>)}</div>
      </fieldset>
      <fieldset className="field">
        <legend>{t('performance.followUp.satisfaction')}</legend>
        <div className="choices">{scores.map((one) => <Choice key={one} name="score" checked={score === one} onChange={() => setScore(one)} data-testid={`score-${one}`}>{t(`performance.followUp.score.s${one}`)}</Choice>)}</div>
      </fieldset>
      <TextArea label={t('ui.optional', { label: t('performance.followUp.note') })} rows={2} maxLength={1_000} value={note} onChange={(event) => setNote(event.target.value)} data-testid="follow-up-note" />
      <Refused error={answer.error} />
      <Button type="submit" whole disabled={!ready} busy={answer.isPending} data-testid="follow-up-send">{t('performance.followUp.send')}</Button>
    </form>
  )
}
