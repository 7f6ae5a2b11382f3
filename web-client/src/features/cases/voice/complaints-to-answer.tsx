import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComplaintFinding, ComplaintView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Choice, TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'
import { ComplaintState } from './complain'
import './voice.css'

const findings: readonly ComplaintFinding[] = ['Upheld', 'PartlyUpheld', 'NotUpheld']

/** What the operator's organisation has to answer; nothing while nobody has complained. */
export function ComplaintsToAnswer() {
  const { t } = useTranslation()
  const complaints = useQuery({ queryKey: ['complaints', 'to-answer'], queryFn: () => api('GET /complaints') })
  if (!complaints.data || complaints.data.length === 0) return null
  return (
    <details className="card flat stack voice" open={complaints.data.some((one) => one.answeredAt === null)} data-testid="complaints-to-answer">
      <summary><b>{t('voice.desk.all', { count: complaints.data.length })}</b></summary>
      {complaints.data.map((one) => <ToAnswer key={one.id} one={one} />)}
    </details>
  )
}

function ToAnswer({ one }: { one: ComplaintView }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const about = one.target === 'Mediator' ? (one.mediatorName ?? '') : t('voice.complaint.about.Organisation')
  return (
    <div className="complaint stack tight" data-testid="complaint-to-answer" data-answered={one.answeredAt !== null}>
      <span className="row"><b>{t('voice.desk.by', { name: one.byName, about })}</b><span className="badge accent">{t(`voice.complaint.matters.${one.matter}`)}</span><span className="soft small number">{one.caseNumber}</span></span>
      <ComplaintState one={one} />
      <p className="said">{one.text}</p>
      {one.finding !== null && <div className="notice stack tight"><b>{t(`voice.complaint.finding.${one.finding}`)}</b><p className="said">{one.answer}</p></div>}
      {one.answeredAt === null && (open ? <AnswerForm one={one} /> : <Button look="quiet" onClick={() => setOpen(true)} data-testid="complaint-answer">{t('voice.desk.answer')}</Button>)}
    </div>
  )
}

function AnswerForm({ one }: { one: ComplaintView }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [finding, setFinding] = useState<ComplaintFinding | null>(null)
  const [text, setText] = useState('')
  const answer = useMutation({
    mutationFn: (found: ComplaintFinding) => api('POST /complaints/{complaintId}/answer', { path: { complaintId: one.id }, body: { finding: found, text } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['complaints'] }),
  })
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); if (finding !== null) answer.mutate(finding) }}>
      <div className="choices" role="radiogroup" aria-label={t('voice.desk.answer')}>{findings.map((each) => <Choice key={each} name={`finding-${one.id}`} checked={finding === each} onChange={() => setFinding(each)} data-testid={`finding-${each}`}>{t(`voice.complaint.finding.${each}`)}</Choice>)}</div>
      <TextArea label={t('voice.desk.text')} hint={t('voice.desk.hint')} required rows={3} maxLength={2_000} value={text} onChange={(event) => setText(event.target.value)} data-testid="complaint-answer-text" />
      <Refused error={answer.error} />
      <Button type="submit" disabled={finding === null || text.trim() === ''} busy={answer.isPending} data-testid="complaint-answer-send">{t('voice.desk.send')}</Button>
    </form>
  )
}
