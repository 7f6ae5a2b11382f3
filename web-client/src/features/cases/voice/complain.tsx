import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComplaintMatter, ComplaintTarget, ComplaintView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { lastDayBefore, plainDate } from '@/lib/time'
import { uuid7 } from '@/lib/uuid7'
import { Article } from '@/ui/article'
import { Button } from '@/ui/button'
import { Choice, TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'

export const targets: readonly ComplaintTarget[] = ['Mediator', 'Organisation']
export const matters: readonly ComplaintMatter[] = ['Bias', 'Insult', 'Benefit', 'Disclosure', 'Forced', 'Inactive', 'Other']

/** A party's own complaints with their state, and a new one. */
export function Complain({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const complaints = useQuery({ queryKey: ['complaints', caseId], queryFn: () => api('GET /cases/{caseId}/complaints', { path: { caseId } }) })
  return (
    <section className="card stack voice" data-testid="complain">
      <h2>{t('voice.complaint.title')}</h2>
      {complaints.data?.map((one) => <OwnComplaint key={one.id} one={one} />)}
      {open ? <ComplaintForm caseId={caseId} close={() => setOpen(false)} /> : <><p className="small soft">{t('voice.complaint.lead')}</p><Button look="quiet" onClick={() => setOpen(true)} data-testid="complaint-open">{t('voice.complaint.open')}</Button></>}
    </section>
  )
}

/** Who answers until when, by which rule; late is said. */
export function ComplaintState({ one }: { one: ComplaintView }) {
  const { t, i18n } = useTranslation()
  const said = { name: one.handledBy, day: plainDate(lastDayBefore(one.dueAt), i18n.language) }
  if (one.answeredAt !== null) return <span className="badge good">{t('voice.complaint.answered', said)}</span>
  return <span className="small"><span className={`badge ${one.isLate ? 'stop' : 'wait'}`}>{t(one.isLate ? 'voice.complaint.late' : 'voice.complaint.waiting', said)}</span> <Article citation={one.article} />{!one.verified && !one.article.includes('待核实') && <span className="soft"> {t('voice.complaint.unverified')}</span>}</span>
}

function OwnComplaint({ one }: { one: ComplaintView }) {
  const { t } = useTranslation()
  return (
    <div className="complaint stack tight" data-testid="complaint" data-answered={one.answeredAt !== null}>
      <b>{t(`voice.complaint.about.${one.target}`)} · {t(`voice.complaint.matters.${one.matter}`)}</b>
      <ComplaintState one={one} />
      <p className="said">{one.text}</p>
      {one.finding !== null && <div className="notice stack tight"><b>{t(`voice.complaint.finding.${one.finding}`)}</b><p className="said">{one.answer}</p></div>}
    </div>
  )
}

function ComplaintForm({ caseId, close }: { caseId: string; close: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [clientId] = useState(() => uuid7())
  const [target, setTarget] = useState<ComplaintTarget>('Mediator')
  const [matter, setMatter] = useState<ComplaintMatter | null>(null)
  const [text, setText] = useState('')
  const file = useMutation({
    mutationFn: (about: ComplaintMatter) => api('POST /cases/{caseId}/complaints', { path: { caseId }, body: { clientId, target, matter: about, text } }),
    onSuccess: (view) => {
      queries.setQueryData(['complaints', caseId], view)
      close()
    },
  })
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); if (matter !== null) file.mutate(matter) }} data-testid="complaint-form">
      <p className="small soft">{t('voice.complaint.lead')}</p>
      <div className="choices" role="radiogroup" aria-label={t('voice.complaint.target')}><b>{t('voice.complaint.target')}</b>{targets.map((one) => <Choice key={one} name="target" checked={target === one} onChange={() => setTarget(one)} data-testid={`target-${one}`}>{t(`voice.complaint.targets.${one}`)}</Choice>)}</div>
      <div className="choices" role="radiogroup" aria-label={t('voice.complaint.matter')}><b>{t('voice.complaint.matter')}</b>{matters.map((one) => <Choice key={one} name="matter" checked={matter === one} onChange={() => setMatter(one)} data-testid={`matter-${one}`}>{t(`voice.complaint.matters.${one}`)}</Choice>)}</div>
      <TextArea label={t('voice.complaint.words')} required rows={4} maxLength={2_000} value={text} onChange={(event) => setText(event.target.value)} data-testid="complaint-text" />
      <Refused error={file.error} />
      <Button type="submit" whole disabled={matter === null || text.trim() === ''} busy={file.isPending} data-testid="complaint-send">{t('voice.complaint.send')}</Button>
      <Button look="plain" onClick={close}>{t('ui.cancel')}</Button>
    </form>
  )
}
