import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeSentView, MeView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { CodeForm } from './code-form'
import { useEntered } from './me'

interface Props {
  /** Asked for on the first visit. */
  name?: string
  contact?: string
  onContact?: (contact: string) => void
  onEntered: (me: MeView) => void
}

/** Enter by mobile number or e-mail and a six-digit code; the same for the first and every later time. */
export function ContactForm({ name, contact: given = '', onContact, onEntered }: Props) {
  const { t } = useTranslation()
  const entered = useEntered()
  const [contact, setContact] = useState(given)
  const [sent, setSent] = useState<CodeSentView | null>(null)
  const send = () => api('POST /accounts/code', { body: { contact: contact.trim(), linkToken: null } })
  const asking = useMutation({ mutationFn: send, onSuccess: setSent })
  const use = async (code: string) => {
    const me = await api('POST /accounts/enter', { body: { challengeId: sent?.challengeId ?? '', code, displayName: name?.trim() || null, linkToken: null } })
    entered(me)
    onEntered(me)
  }
  if (sent) {
    return (
      <div className="stack">
        <CodeForm sent={sent} use={use} again={send} onSent={setSent} />
        <Button look="plain" onClick={() => setSent(null)}>{t('accounts.otherContact')}</Button>
      </div>
    )
  }
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); asking.mutate() }}>
      <TextField
        label={t('accounts.contact')} hint={t('accounts.contactHint')} autoComplete="username" inputMode="email" value={contact} required data-testid="contact"
        onChange={(event) => { setContact(event.target.value); onContact?.(event.target.value) }}
      />
      <Refused error={asking.error} />
      <Button type="submit" whole busy={asking.isPending} disabled={contact.trim() === ''} data-testid="contact-submit">{t('accounts.sendCode')}</Button>
    </form>
  )
}
