import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeSentView } from '@/contracts/realtime'
import { CodeForm } from '@/features/accounts/code-form'
import { useEntered, useMe } from '@/features/accounts/me'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import { PartyFields } from './party-fields'
import type { StepProps } from './step-props'

/** Who applies; the contact is proved by a code once, then the rest follows. */
export function MeStep({ application, change, wrong, ready, next }: StepProps & { ready: () => boolean; next: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const entered = useEntered()
  const [sent, setSent] = useState<CodeSentView | null>(null)
  const { contact, name } = application.me
  const send = () => api('POST /accounts/code', { body: { contact: contact.trim(), linkToken: null } })
  const asking = useMutation({ mutationFn: send, onSuccess: setSent })
  if (sent && !me.data) {
    const use = async (code: string) => {
      entered(await api('POST /accounts/enter', { body: { challengeId: sent.challengeId, code, displayName: name.trim(), linkToken: null } }))
      next()
    }
    return (
      <div className="stack">
        <CodeForm sent={sent} use={use} again={send} onSent={setSent} label={t('ui.next')} />
        <Button look="plain" onClick={() => setSent(null)}>{t('ui.back')}</Button>
      </div>
    )
  }
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); if (ready()) if (me.data) next(); else asking.mutate() }}>
      <PartyFields party={application.me} path="applicant" mine wrong={wrong} onChange={(party) => change({ me: party })} />
      {me.data && <p className="notice small">{t('apply.signedInAs', { name: me.data.displayName, contact: me.data.maskedContact })}</p>}
      <Refused error={asking.error} />
      <Button type="submit" whole busy={asking.isPending} data-testid="next">{t(me.data ? 'ui.next' : 'accounts.sendCode')}</Button>
    </form>
  )
}
