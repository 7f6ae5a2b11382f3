import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConfirmationMarkView, ConfirmationView, EnforcementView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { fullTime, lastDayBefore, plainDate, shortTime } from '@/lib/time'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { AnswerApplication } from './apply'
import { InChinese } from './in-chinese'
import { toneOf } from './joint-application'
import { Packet } from './packet'
import { OneArticle } from './routes'
import { Supply } from './supply'
import { useEnforcementAct } from './use-enforcement'

/** The joint application as it stands: its state, who has answered, what is missing, what the court said. */
export function Application({ view, confirmation }: { view: EnforcementView; confirmation: ConfirmationView }) {
  const { t, i18n } = useTranslation()
  const { state } = confirmation
  const last = confirmation.marks.at(-1)
  const over = state === 'Declined' || state === 'Withdrawn'
  return (
    <>
      <div className={`notice ${toneOf(state)}`} data-testid="confirmation-state" data-state={state} role="status">
        <b>{t(`enforcement.state.${state}`)}</b>
        <span lang="zh-CN">{confirmation.courtName}</span>
        {confirmation.courtCaseNumber !== null && <span className="number" data-testid="court-case-number"><InChinese text={t('enforcement.caseNumber', { number: confirmation.courtCaseNumber })} name={confirmation.courtCaseNumber} /></span>}
        {last?.note && state !== 'Joining' && state !== 'Sending' && state !== 'Filed' && <span lang="zh-CN">{last.note}</span>}
        {confirmation.answerDueAt !== null && confirmation.answerArticle !== null && (
          <span className="small">{t('enforcement.answerBy', { day: plainDate(lastDayBefore(confirmation.answerDueAt), i18n.language) })} · <OneArticle article={confirmation.answerArticle} /></span>
        )}
        {(state === 'Confirmed' || state === 'Refused') && <span className="small">{t(`enforcement.after.${state}`)}</span>}
      </div>
      {confirmation.mayAnswer && <AnswerApplication view={view} confirmation={confirmation} />}
      {!over && <People confirmation={confirmation} />}
      {!over && state !== 'Confirmed' && state !== 'Refused' && <Packet view={view} />}
      <Supply view={view} />
      {confirmation.mayDownload && (
        <div className="stack tight">
          <a className="button whole" href={`/api/cases/${encodeURIComponent(view.caseId)}/confirmation/packet`} download data-testid="packet-download">{t('enforcement.download')}</a>
          <p className="small soft"><InChinese text={t('enforcement.downloadHint', { court: confirmation.courtName })} name={confirmation.courtName} /></p>
        </div>
      )}
      <History confirmation={confirmation} />
      {confirmation.mayWithdraw && <WithdrawApplication caseId={view.caseId} />}
    </>
  )
}

function People({ confirmation }: { confirmation: ConfirmationView }) {
  const { t, i18n } = useTranslation()
  return (
    <div className="stack tight">
      <h4>{t('enforcement.people')}</h4>
      <ul className="plain stack tight" data-testid="confirmation-seats">
        {confirmation.seats.map((seat) => (
          <li key={seat.partyId} className="seat">
            <span className="row"><b>{seat.name}</b><span className={`badge ${seat.joinedAt ? 'good' : seat.declinedAt ? 'stop' : 'wait'}`}>{t(seat.joinedAt ? 'enforcement.joined' : seat.declinedAt ? 'enforcement.declined' : 'enforcement.waiting')}</span></span>
            {seat.consentedAt && <span className="small soft">{t('enforcement.consentedAt', { time: shortTime(seat.consentedAt, i18n.language) })}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function History({ confirmation }: { confirmation: ConfirmationView }) {
  const { t } = useTranslation()
  return (
    <details className="stack tight" data-testid="confirmation-history">
      <summary><b>{t('enforcement.history')}</b></summary>
      <ol className="plain stack tight">{confirmation.marks.map((mark, at) => <Mark key={at} mark={mark} court={confirmation.courtName} />)}</ol>
      {confirmation.receiptNumber !== null && <p className="small" data-testid="court-receipt"><InChinese text={t('enforcement.receipt', { number: confirmation.receiptNumber })} name={confirmation.receiptNumber} /></p>}
      {confirmation.packetSha256 !== null && <p className="small soft">{t('enforcement.hash')}<br /><code className="hash">{confirmation.packetSha256}</code></p>}
    </details>
  )
}

function Mark({ mark, court }: { mark: ConfirmationMarkView; court: string }) {
  const { t, i18n } = useTranslation()
  return (
    <li className="small">
      <span className="soft">{fullTime(mark.at, i18n.language)}</span><br />
      <InChinese text={mark.name ?? ''} name={court} /> <b>{t(`enforcement.step.${mark.step}`)}</b>{mark.note && mark.step !== 'Sent' && <span lang="zh-CN"> · {mark.note}</span>}
    </li>
  )
}

function WithdrawApplication({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const withdraw = useEnforcementAct(caseId, (why: string | null) => api('POST /cases/{id}/confirmation/withdraw', { path: { id: caseId }, body: { reason: why } }))
  if (!open) return <Button look="plain" onClick={() => setOpen(true)} data-testid="confirmation-withdraw">{t('enforcement.withdraw')}</Button>
  return (
    <section className="notice stop stack">
      <b>{t('enforcement.withdrawHint')}</b>
      <TextField label={t('ui.optional', { label: t('enforcement.declineReason') })} maxLength={1_000} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Refused error={withdraw.error} />
      <div className="row">
        <Button look="stop" busy={withdraw.isPending} onClick={() => withdraw.mutate(reason.trim() || null)} data-testid="confirmation-withdraw-yes">{t('enforcement.withdrawYes')}</Button>
        <Button look="plain" onClick={() => setOpen(false)}>{t('ui.cancel')}</Button>
      </div>
    </section>
  )
}
