import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementView } from '@/contracts/realtime'
import { useMe } from '@/features/accounts/me'
import { api } from '@/lib/api'
import { Choice, TextField } from '@/ui/field'
import { signingPurpose } from './frozen-text'
import { ProveAgain } from './prove-again'
import { useAgreementAct } from './use-signing'

/** Sign: say it was read, type one's name, prove oneself again by passkey or code. */
export function SignForm({ view, caseId }: { view: AgreementView; caseId: string }) {
  const { t } = useTranslation()
  const me = useMe()
  const [read, setRead] = useState(false)
  const [name, setName] = useState('')
  const [byCertificate, setByCertificate] = useState(false)
  const hash = view.frozenHash ?? ''
  const mine = view.signatures.find((signature) => signature.isMe)
  const sign = useAgreementAct(caseId, (proofId: string) => api('POST /agreements/{id}/sign', { path: { id: view.id }, body: { frozenHash: hash, typedName: name.trim(), proofId, byCertificate } }))
  return (
    <section className="card stack" data-testid="sign-form">
      <h2>{t('settlements.sign')}</h2>
      <Choice type="checkbox" checked={read} onChange={(event) => setRead(event.target.checked)} data-testid="sign-read">{t('settlements.haveRead')}</Choice>
      <TextField label={t('settlements.typeName')} hint={t('settlements.typeNameHint', { name: mine?.name ?? me.data?.displayName ?? '' })} autoComplete="off" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} data-testid="sign-name" />
      {view.signatureAuthority !== null && (
        <Choice type="checkbox" checked={byCertificate} onChange={(event) => setByCertificate(event.target.checked)} data-testid="sign-by-certificate">{t('settlements.byCertificate', { name: view.signatureAuthority })}</Choice>
      )}
      <ProveAgain
        purpose={signingPurpose(view.id, hash)} ready={read && name.trim() !== ''} name="sign" act={(proofId) => sign.mutateAsync(proofId)}
        words={{ now: t('settlements.signNow'), passkey: t('settlements.signWithPasskey'), code: t('settlements.signWithCode') }}
      />
    </section>
  )
}
