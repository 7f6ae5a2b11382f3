import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeSentView } from '@/contracts/realtime'
import { CodeForm } from '@/features/accounts/code-form'
import { useEntered, useMe } from '@/features/accounts/me'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import { newParty } from './application'
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
      <Together application={application} change={change} wrong={wrong} />
      <Refused error={asking.error} />
      <Button type="submit" whole busy={asking.isPending} data-testid="next">{t(me.data ? 'ui.next' : 'accounts.sendCode')}</Button>
    </form>
  )
}

/** Several workers, heirs, a couple: each is invited and consents for himself. */
function Together({ application, change, wrong }: StepProps) {
  const { t } = useTranslation()
  return (
    <>
      {application.together.map((person, at) => (
        <fieldset className="card stack" key={at}>
          <legend className="label">{t('apply.togetherWith', { number: at + 1 })}</legend>
          <PartyFields party={person} path={`coApplicants[${at}]`} together wrong={wrong} onChange={(party) => change((now) => ({ ...now, together: now.together.map((old, i) => (i === at ? party : old)) }))} />
          <Button look="plain" onClick={() => change((now) => ({ ...now, together: now.together.filter((_, i) => i !== at) }))}>{t('apply.removeTogether', { number: at + 1 })}</Button>
        </fieldset>
      ))}
      {application.together.length < 30 && <Button look="quiet" whole onClick={() => change((now) => ({ ...now, together: [...now.together, newParty()] }))} data-testid="together-add">{t('apply.addTogether')}</Button>}
    </>
  )
}
