import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeSentView, GuestInvitationView } from '@/contracts/realtime'
import { CodeForm } from '@/features/accounts/code-form'
import { useEntered } from '@/features/accounts/me'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'

/** The code goes to the contact the link is bound to. */
export function GuestIdentify({ view, token, done, back }: { view: GuestInvitationView; token: string; done: () => void; back: () => void }) {
  const { t } = useTranslation()
  const entered = useEntered()
  const [sent, setSent] = useState<CodeSentView | null>(null)
  const send = () => api('POST /accounts/code', { body: { contact: null, linkToken: token } })
  const asking = useMutation({ mutationFn: send, onSuccess: setSent })
  const use = async (code: string) => {
    const me = await api('POST /accounts/enter', { body: { challengeId: sent?.challengeId ?? '', code, displayName: view.name, linkToken: token } })
    done()
    entered(me)
  }
  return (
    <section className="card stack" data-testid="guest-identify">
      <h1>{t('guests.identify', { name: view.name })}</h1>
      <p className="soft">{t('guests.identifyLead', { contact: view.sentTo })}</p>
      {sent
        ? <CodeForm sent={sent} use={use} again={send} onSent={setSent} label={t('ui.next')} />
        : <Button whole busy={asking.isPending} onClick={() => asking.mutate()} data-testid="identify-send">{t('accounts.sendCode')}</Button>}
      <Refused error={asking.error} />
      <Button look="plain" onClick={back}>{t('ui.back')}</Button>
    </section>
  )
}
