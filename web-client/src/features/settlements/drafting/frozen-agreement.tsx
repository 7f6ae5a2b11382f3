import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button, ButtonLink } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'
import { Obligations } from '../obligations'
import { OutcomeCard } from '../outcome-card'
import { PaperPart } from '../paper-part'
import { Signatures } from '../signatures'
import { useAgreementAct } from '../use-signing'

/** After freezing: who has signed, the own signature, taking it back to drafting; at last the document. */
export function FrozenAgreement({ view, caseId }: { view: AgreementView; caseId: string }) {
  const { t } = useTranslation()
  const declined = view.signatures.filter((signature) => signature.declinedReason !== null)
  return (
    <div className="stack" data-testid="frozen-agreement" data-state={view.state}>
      <p className="row"><span className={`badge ${view.state === 'Effective' ? 'good' : view.state === 'Declined' ? 'stop' : 'accent'}`}>{t(`drafting.state.${view.state}`)}</span><span className="soft small number">{t('settlements.version', { version: view.version })}</span></p>
      {view.state === 'Effective' && <OutcomeCard view={view} />}
      {declined.map((signature) => <p key={signature.name} className="notice stop" data-testid="declined">{t('settlements.entry.declined', { name: signature.name, reason: signature.declinedReason ?? '' })}</p>)}
      <Signatures view={view} />
      {view.maySign && <ButtonLink to={`/sign/${caseId}`} whole data-testid="mediator-sign">{t('drafting.signMyself')}</ButtonLink>}
      <details className="card flat"><summary>{t('settlements.text')}</summary><pre className="agreement-text" lang="zh-CN">{view.text}</pre></details>
      <Obligations view={view} />
      <PaperPart view={view} />
      {view.mayReopen && <Reopen view={view} />}
    </div>
  )
}

function Reopen({ view }: { view: AgreementView }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const reopen = useAgreementAct(view.caseId, () => api('POST /cases/{id}/agreement/reopen', { path: { id: view.caseId }, body: { reason: reason.trim() } }))
  if (!open) return <Button look="stop" compact onClick={() => setOpen(true)} data-testid="reopen">{t('drafting.reopen')}</Button>
  return (
    <form className="card stack" onSubmit={(event) => { event.preventDefault(); reopen.mutate(undefined) }}>
      <p>{t('drafting.reopenText')}</p>
      <TextArea label={t('drafting.reopenReason')} required rows={2} maxLength={1_000} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="reopen-reason" />
      <Refused error={reopen.error} />
      <div className="row">
        <Button type="submit" look="stop" compact disabled={reason.trim() === ''} busy={reopen.isPending} data-testid="reopen-yes">{t('drafting.reopenYes')}</Button>
        <Button look="plain" compact onClick={() => setOpen(false)}>{t('ui.cancel')}</Button>
      </div>
    </form>
  )
}
