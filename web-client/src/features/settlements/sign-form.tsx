import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementView, CodeSentView, ReauthenticateRequest } from '@/contracts/realtime'
import { CodeForm } from '@/features/accounts/code-form'
import { useMe } from '@/features/accounts/me'
import { canUsePasskeys, provedByPasskey, wasCancelled } from '@/features/accounts/passkeys'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Choice, TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { signingPurpose } from './frozen-text'
import { useAgreementAct } from './use-signing'

/** Sign: say it was read, type one's name, prove oneself again by passkey or code. */
export function SignForm({ view, caseId }: { view: AgreementView; caseId: string }) {
  const { t } = useTranslation()
  const me = useMe()
  const [read, setRead] = useState(false)
  const [name, setName] = useState('')
  const [byCertificate, setByCertificate] = useState(false)
  const [sent, setSent] = useState<CodeSentView | null>(null)
  const hash = view.frozenHash ?? ''
  const mine = view.signatures.find((signature) => signature.isMe)
  const sign = useAgreementAct(caseId, async (proof: Omit<ReauthenticateRequest, 'purpose'>) => {
    const { proofId } = await api('POST /accounts/reauthenticate', { body: { purpose: signingPurpose(view.id, hash), ...proof } })
    return api('POST /agreements/{id}/sign', { path: { id: view.id }, body: { frozenHash: hash, typedName: name.trim(), proofId, byCertificate } })
  })
  const send = () => api('POST /accounts/reauthenticate/code')
  const asking = useMutation({ mutationFn: send, onSuccess: setSent })
  const passkey = useMutation({ mutationFn: async () => sign.mutateAsync(await provedByPasskey(signingPurpose(view.id, hash))) })
  const ready = read && name.trim() !== ''
  const failed = asking.error ?? (wasCancelled(passkey.error) ? null : passkey.error)
  return (
    <section className="card stack" data-testid="sign-form">
      <h2>{t('settlements.sign')}</h2>
      <Choice type="checkbox" checked={read} onChange={(event) => setRead(event.target.checked)} data-testid="sign-read">{t('settlements.haveRead')}</Choice>
      <TextField label={t('settlements.typeName')} hint={t('settlements.typeNameHint', { name: mine?.name ?? me.data?.displayName ?? '' })} autoComplete="off" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} data-testid="sign-name" />
      {view.signatureAuthority !== null && (
        <Choice type="checkbox" checked={byCertificate} onChange={(event) => setByCertificate(event.target.checked)} data-testid="sign-by-certificate">{t('settlements.byCertificate', { name: view.signatureAuthority })}</Choice>
      )}
      {sent ? (
        <CodeForm
          sent={sent} again={send} onSent={setSent} disabled={!ready} label={t('settlements.signNow')}
          use={(code) => sign.mutateAsync({ challengeId: sent.challengeId, code, passkeyCredentialJson: null })}
        />
      ) : (
        <>
          {me.data?.hasPasskey && canUsePasskeys() && <Button whole disabled={!ready} busy={passkey.isPending} onClick={() => passkey.mutate()} data-testid="sign-passkey">{t('settlements.signWithPasskey')}</Button>}
          <Button whole look={me.data?.hasPasskey ? 'quiet' : 'main'} disabled={!ready} busy={asking.isPending} onClick={() => asking.mutate()} data-testid="sign-code">{t('settlements.signWithCode')}</Button>
        </>
      )}
      <Refused error={failed} />
    </section>
  )
}
