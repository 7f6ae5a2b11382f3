import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FollowedObligationView, PerformanceView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button, type ButtonLook } from '@/ui/button'
import { ActForm, type Ask, type Said } from './act-form'
import { usePerformanceAct } from './use-performance'

type Act = 'report' | 'receive' | 'dispute' | 'end-dispute' | 'remark'

const looks: Readonly<Record<Act, ButtonLook>> = { report: 'main', receive: 'quiet', dispute: 'plain', 'end-dispute': 'quiet', remark: 'quiet' }
const acts = Object.keys(looks) as Act[]

/** What the reader may say of his own accord. */
export function ObligationActs({ view, obligation }: { view: PerformanceView; obligation: FollowedObligationView }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<Act | null>(null)
  const say = usePerformanceAct(view.caseId, (said: Said, requestId) => send(open, said, requestId))
  const offered = acts.filter((act) => obligation.mayAct.includes(act))
  const money = obligation.amountFen !== null
  if (offered.length === 0) return null
  if (open !== null) return <ActForm ask={askOf(open)} act={say} close={() => setOpen(null)} />
  const words: Readonly<Record<Act, string>> = {
    report: t(money ? 'performance.act.report' : 'performance.act.reportDone'), receive: t(money ? 'performance.act.receive' : 'performance.act.receiveDone'),
    dispute: t('performance.act.dispute'), 'end-dispute': t('performance.act.endDispute'), remark: t('performance.act.remark'),
  }
  return <div className="acts">{offered.map((act) => <Button key={act} look={looks[act]} onClick={() => setOpen(act)} data-testid={`act-${act}`}>{words[act]}</Button>)}</div>

  function send(act: Act | null, { amountFen, on, note, isPart }: Said, requestId: string): Promise<PerformanceView> {
    const path = { caseId: view.caseId, number: `${obligation.number}` }
    switch (act) {
      case 'report': return api('POST /cases/{caseId}/performance/{number}/report', { path, body: { requestId, amountFen, on, note: note || null } })
      case 'receive': return api('POST /cases/{caseId}/performance/{number}/receipt', { path, body: { requestId, amountFen, on, isPart, note: note || null } })
      case 'dispute': return api('POST /cases/{caseId}/performance/{number}/dispute', { path, body: { requestId, reason: note } })
      case 'end-dispute': return api('POST /cases/{caseId}/performance/{number}/dispute/end', { path, body: { requestId, note: note || null } })
      default: return api('POST /cases/{caseId}/performance/{number}/remark', { path, body: { requestId, text: note } })
    }
  }

  function askOf(act: Act): Ask {
    const free = { label: t('performance.form.note'), needed: false }
    switch (act) {
      case 'report': return {
        title: t('performance.form.reportTitle'), hint: t('performance.form.reportHint'), submit: t('performance.form.sendReport'), day: view.today, note: { ...free, hint: t('performance.form.noteHint') },
        ...(obligation.reportableFen === null ? {} : { amount: { most: obligation.reportableFen, first: obligation.reportableFen } }),
      }
      case 'receive': return {
        title: t(money ? 'performance.form.receiveTitle' : 'performance.form.receiveDoneTitle'), hint: t('performance.form.confirmHint'), submit: t(money ? 'performance.form.confirmYes' : 'performance.form.confirmDoneYes'), day: view.today, note: free,
        ...(obligation.restFen === null ? { part: true } : { amount: { most: obligation.restFen, first: null } }),
      }
      case 'dispute': return { title: t('performance.form.disputeTitle'), hint: t('performance.form.disputeHint'), submit: t('performance.form.disputeYes'), note: { label: t('performance.form.reason'), needed: true } }
      case 'end-dispute': return { title: t('performance.form.endDisputeTitle'), submit: t('performance.form.endDisputeYes'), note: free }
      default: return { title: t('performance.form.remarkTitle'), hint: t('performance.form.remarkHint'), submit: t('performance.form.remarkYes'), note: { label: t('performance.form.remarkText'), needed: true } }
    }
  }
}
