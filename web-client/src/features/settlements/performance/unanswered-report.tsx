import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FollowedObligationView, PerformanceActView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { plainDate } from '@/lib/time'
import { Amount } from '@/ui/amount'
import { Button } from '@/ui/button'
import { ActForm, type Ask, type Said } from './act-form'
import { usePerformanceAct } from './use-performance'
import './texts'

interface Props {
  caseId: string
  obligation: FollowedObligationView
  report: PerformanceActView
}

/** A report that waits for the obligee's word; for him with the answers, for everybody else as it stands. */
export function UnansweredReport({ caseId, obligation, report }: Props) {
  const { t, i18n } = useTranslation()
  const asked = obligation.mayAct.includes('answer')
  const money = obligation.amountFen !== null
  return (
    <div className="notice wait" data-testid="unanswered">
      <b>{t(asked ? 'performance.asksYou' : 'performance.waitingForOther')}</b>
      <span>{t(money ? 'performance.reported' : 'performance.reportedDone', { name: report.byName, day: plainDate(report.on ?? report.at, i18n.language) })}</span>
      {report.amountFen !== null && <Amount fen={report.amountFen} />}
      {report.note !== '' && <span className="said">{report.note}</span>}
      {asked && <Answer caseId={caseId} obligation={obligation} report={report} />}
    </div>
  )
}

type Answering = 'all' | 'part' | 'contest'

function Answer({ caseId, obligation, report }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<Answering | null>(null)
  const path = { caseId, number: `${obligation.number}` }
  const confirm = usePerformanceAct(caseId, (said: Said, requestId) => api('POST /cases/{caseId}/performance/{number}/confirm', {
    path, body: { requestId, reportId: report.id, amountFen: said.amountFen ?? (open === 'all' ? report.amountFen : null), isPart: open === 'part' && report.amountFen === null, note: said.note || null },
  }))
  const contest = usePerformanceAct(caseId, (said: Said, requestId) => api('POST /cases/{caseId}/performance/{number}/contest', { path, body: { requestId, reportId: report.id, reason: said.note } }))
  const money = obligation.amountFen !== null
  // Something may have arrived otherwise since it was reported.
  const most = Math.min(report.amountFen ?? 0, obligation.restFen ?? 0)
  const fits = !money || report.amountFen === most
  if (open !== null) return <ActForm ask={askOf(open)} act={open === 'contest' ? contest : confirm} close={() => setOpen(null)} />
  return (
    <div className="acts">
      {fits && <Button onClick={() => setOpen('all')} data-testid="answer-all">{t(money ? 'performance.act.all' : 'performance.act.allDone')}</Button>}
      <Button look="quiet" onClick={() => setOpen('part')} data-testid="answer-part">{t(money ? 'performance.act.part' : 'performance.act.partDone')}</Button>
      <Button look="stop" onClick={() => setOpen('contest')} data-testid="answer-contest">{t(money ? 'performance.act.contest' : 'performance.act.contestDone')}</Button>
    </div>
  )

  function askOf(which: Answering): Ask {
    if (which === 'all') return { title: t(money ? 'performance.form.confirmTitle' : 'performance.form.confirmDoneTitle'), hint: t('performance.form.confirmHint'), submit: t(money ? 'performance.form.confirmYes' : 'performance.form.confirmDoneYes') }
    if (which === 'contest') return { title: t(money ? 'performance.form.contestTitle' : 'performance.act.contestDone'), hint: t('performance.form.contestHint'), submit: t('performance.form.contestYes'), note: { label: t('performance.form.reason'), needed: true } }
    return money
      ? { title: t('performance.form.partTitle'), hint: t('performance.form.confirmHint'), submit: t('performance.form.confirmYes'), amount: { most, first: null }, note: { label: t('performance.form.note'), needed: false } }
      : { title: t('performance.form.partDoneTitle'), hint: t('performance.form.confirmHint'), submit: t('performance.form.confirmDoneYes'), note: { label: t('performance.form.which'), needed: true } }
  }
}
