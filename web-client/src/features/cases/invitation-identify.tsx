import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeSentView, InvitationView } from '@/contracts/realtime'
import { CodeForm } from '@/features/accounts/code-form'
import { useEntered } from '@/features/accounts/me'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/states'

/** The code goes to the contact the link is bound to; the name is checked against the invitation. */
export function IdentifyStep({ view, token, done, back }: { view: InvitationView; token: string; done: () => void; back: () => void }) {
  const { t } = useTranslation()
  const entered = useEntered()
  const [name, setName] = useState('')
  const [sent, setSent] = useState<CodeSentView | null>(null)
  const send = () => api('POST /accounts/code', { body: { contact: null, linkToken: token } })
  const asking = useMutation({ mutationFn: send, onSuccess: setSent })
  const use = async (code: string) => {
    entered(await api('POST /accounts/enter', { body: { challengeId: sent?.challengeId ?? '', code, displayName: name.trim(), linkToken: token } }))
    done()
  }
  return (
    <section className="card stack" data-testid="identify">
      <h1>{t('cases.invitation.identifyTitle')}</h1>
      <p className="soft">{t('cases.invitation.identifyLead', { contact: view.contactHint })}</p>
      <TextField label={t('cases.invitation.yourName')} hint={t('cases.invitation.yourNameHint')} autoComplete="name" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} data-testid="identify-name" />
      {sent
        ? <CodeForm sent={sent} use={use} again={send} onSent={setSent} label={t('ui.next')} disabled={name.trim() === ''} />
        : <Button whole busy={asking.isPending} disabled={name.trim() === ''} onClick={() => asking.mutate()} data-testid="identify-send">{t('accounts.sendCode')}</Button>}
      <Refused error={asking.error} />
      <Button look="plain" onClick={back}>{t('ui.back')}</Button>
    </section>
  )
}
