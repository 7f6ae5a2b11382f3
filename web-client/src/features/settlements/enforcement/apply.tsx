import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConfirmationView, EnforcementView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { isEnglish } from '@/lib/sentence'
import { uuid7 } from '@/lib/uuid7'
import { Button } from '@/ui/button'
import { Choice, TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { detailsOf } from './joint-application'
import { InChinese } from './in-chinese'
import { OneArticle } from './routes'
import { useEnforcementAct } from './use-enforcement'

/** The first applicant chooses the court and applies. */
export function BeginApplication({ view }: { view: EnforcementView }) {
  const { t, i18n } = useTranslation()
  const [open, setOpen] = useState(false)
  const [code, setCode] = useState(view.courts.length === 1 ? (view.courts[0]?.code ?? '') : '')
  const [clientId] = useState(() => uuid7())
  const court = view.courts.find((one) => one.code === code)
  const begin = useEnforcementAct(view.caseId, ({ consent, ...details }: Applied) =>
    api('POST /cases/{id}/confirmation', { path: { id: view.caseId }, body: { clientId, courtCode: code, details, consent } }))
  if (!open) return <div className="stack tight"><Button whole onClick={() => setOpen(true)} data-testid="confirmation-begin">{t('enforcement.begin')}</Button><p className="small soft">{t('enforcement.beginHint')}</p></div>
  return (
    <div className="stack" data-testid="confirmation-form">
      <div className="choices" role="radiogroup" aria-label={t('enforcement.court')}>
        <p><b>{t('enforcement.court')}</b><br /><span className="small soft">{t('enforcement.courtHint')}</span></p>
        {view.courts.map((one) => (
          <Choice key={one.code} name="court" checked={code === one.code} onChange={() => setCode(one.code)} data-testid={`court-${one.code}`}>
            <b lang="zh-CN">{one.name}</b><br />
            <span className="small soft">{one.reasons.map((reason) => t(`enforcement.ground.${reason.ground}`, { of: reason.of })).join(t('ui.comma'))}{!one.listed && ` · ${t('enforcement.courtUnlisted')}`}</span>
          </Choice>
        ))}
      </div>
      {view.courts.length === 0 && <p className="notice stop">{t('enforcement.noCourt')}</p>}
      {view.unclear.length > 0 && <p className="small soft">{t('enforcement.courtUnclear', { names: view.unclear.join(t('ui.comma')) })}</p>}
      {court && <ApplyForm key={court.code} view={view} court={court.name} consent={isEnglish(i18n.language) ? court.consentEn : court.consentZh} label={t('enforcement.submit')} busy={begin.isPending} error={begin.error} apply={(applied) => begin.mutate(applied)} />}
      <Button look="plain" onClick={() => setOpen(false)}>{t('ui.cancel')}</Button>
    </div>
  )
}

/** Another party agrees on his own phone, or declines with a reason. */
export function AnswerApplication({ view, confirmation }: { view: EnforcementView; confirmation: ConfirmationView }) {
  const { t, i18n } = useTranslation()
  const [clientId] = useState(() => uuid7())
  const join = useEnforcementAct(view.caseId, ({ consent, ...details }: Applied) => api('POST /cases/{id}/confirmation/join', { path: { id: view.caseId }, body: { clientId, details, consent } }))
  const begunBy = confirmation.marks.find((mark) => mark.step === 'Begun')?.name ?? ''
  return (
    <div className="notice wait stack" data-testid="confirmation-answer">
      <b><InChinese text={t('enforcement.joinLead', { name: begunBy, court: confirmation.courtName })} name={confirmation.courtName} /></b>
      <ApplyForm view={view} court={confirmation.courtName} consent={isEnglish(i18n.language) ? confirmation.consentEn : confirmation.consentZh} label={t('enforcement.join')} busy={join.isPending} error={join.error} apply={(applied) => join.mutate(applied)} />
      <DeclineApplication caseId={view.caseId} />
    </div>
  )
}

interface Applied { idNumber: string | null; address: string | null; consent: string }

/** What the court must know of the applicant, and his consent, which stands apart from the application. */
function ApplyForm({ view, court, consent, label, busy, error, apply }: { view: EnforcementView; court: string; consent: string; label: string; busy: boolean; error: unknown; apply: (applied: Applied) => void }) {
  const { t } = useTranslation()
  const [idNumber, setIdNumber] = useState('')
  const [address, setAddress] = useState(view.myAddress ?? '')
  const [agreed, setAgreed] = useState(false)
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); apply({ ...detailsOf(idNumber, address), consent }) }}>
      {view.needsIdNumber && <TextField label={t('enforcement.idNumber')} hint={t('enforcement.idNumberHint')} maxLength={40} autoComplete="off" value={idNumber} onChange={(event) => setIdNumber(event.target.value)} data-testid="confirmation-id" />}
      <TextArea label={t('enforcement.address')} hint={t('enforcement.addressHint')} rows={2} maxLength={200} value={address} onChange={(event) => setAddress(event.target.value.replace(/\n/g, ''))} data-testid="confirmation-address" />
      <section className="consent stack tight" aria-label={t('enforcement.consentTitle')}>
        <b>{t('enforcement.consentTitle')}</b>
        <p data-testid="consent-text"><InChinese text={consent} name={court} /></p>
        <OneArticle article={view.consentArticle} />
        <Choice type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} data-testid="confirmation-consent">{t('enforcement.consent')}</Choice>
      </section>
      <Refused error={error} />
      <Button type="submit" whole disabled={!agreed} busy={busy} data-testid="confirmation-apply">{label}</Button>
    </form>
  )
}

function DeclineApplication({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [clientId] = useState(() => uuid7())
  const decline = useEnforcementAct(caseId, (why: string) => api('POST /cases/{id}/confirmation/decline', { path: { id: caseId }, body: { clientId, reason: why } }))
  if (!open) return <Button look="plain" onClick={() => setOpen(true)} data-testid="confirmation-decline">{t('enforcement.decline')}</Button>
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); decline.mutate(reason.trim()) }}>
      <TextArea label={t('enforcement.declineReason')} hint={t('enforcement.declineHint')} required rows={2} maxLength={1_000} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="confirmation-reason" />
      <Refused error={decline.error} />
      <div className="row">
        <Button type="submit" look="stop" disabled={reason.trim() === ''} busy={decline.isPending} data-testid="confirmation-decline-yes">{t('enforcement.declineYes')}</Button>
        <Button look="plain" onClick={() => setOpen(false)}>{t('ui.cancel')}</Button>
      </div>
    </form>
  )
}
