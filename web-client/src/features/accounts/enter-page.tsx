import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { ContactForm } from './contact-form'
import { useEntered } from './me'
import { ownPage, safeTarget } from './own-page'
import { canUsePasskeys, signInWithPasskey, wasCancelled } from './passkeys'

/** Come back: by a code to the own contact, or by passkey. */
export default function EnterPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const entered = useEntered()
  const [query] = useSearchParams()
  const [name, setName] = useState('')
  const passkey = useMutation({ mutationFn: signInWithPasskey, onSuccess: (me) => { entered(me); go(me) } })
  const go = (me: Parameters<typeof ownPage>[0]) => void navigate(safeTarget(query.get('to')) ?? ownPage(me), { replace: true })
  return (
    <div className="page stack loose" data-testid="enter-page">
      <header className="stack tight">
        <h1>{t('accounts.title')}</h1>
        <p className="soft">{t('accounts.lead')}</p>
      </header>
      <section className="card stack">
        <ContactForm name={name} onEntered={go} />
        <details>
          <summary>{t('accounts.firstTime')}</summary>
          <TextField label={t('accounts.name')} autoComplete="name" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} data-testid="name" />
        </details>
      </section>
      {canUsePasskeys() && (
        <section className="stack tight">
          <Button look="quiet" whole busy={passkey.isPending} onClick={() => passkey.mutate()} data-testid="passkey">{t('accounts.passkey')}</Button>
          {!wasCancelled(passkey.error) && <Refused error={passkey.error} />}
        </section>
      )}
      <p className="small soft">{t('accounts.staffHere')} <Link to="/staff">{t('accounts.staff')}</Link></p>
    </div>
  )
}
