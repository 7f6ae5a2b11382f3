import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { MeView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useEntered } from './me'
import { ownPage, safeTarget } from './own-page'
import { canUsePasskeys, signInWithPasskey, wasCancelled } from './passkeys'

export default function StaffSignInPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const entered = useEntered()
  const [query] = useSearchParams()
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const onSuccess = (me: MeView) => {
    entered(me)
    void navigate(safeTarget(query.get('to')) ?? ownPage(me), { replace: true })
  }
  const signIn = useMutation({ mutationFn: () => api('POST /accounts/staff/sign-in', { body: { userName: userName.trim(), password } }), onSuccess })
  const passkey = useMutation({ mutationFn: signInWithPasskey, onSuccess })
  return (
    <div className="page stack loose" data-testid="staff-page">
      <header className="stack tight">
        <h1>{t('accounts.staffTitle')}</h1>
        <p className="soft">{t('accounts.staffLead')}</p>
      </header>
      <form className="card stack" onSubmit={(event) => { event.preventDefault(); signIn.mutate() }}>
        <TextField label={t('accounts.userName')} autoComplete="username" value={userName} required onChange={(event) => setUserName(event.target.value)} data-testid="user-name" />
        <TextField label={t('accounts.password')} type="password" autoComplete="current-password" value={password} required onChange={(event) => setPassword(event.target.value)} data-testid="password" />
        <Refused error={signIn.error ?? (wasCancelled(passkey.error) ? null : passkey.error)} />
        <Button type="submit" whole busy={signIn.isPending} data-testid="staff-submit">{t('accounts.staffEnter')}</Button>
        {canUsePasskeys() && <Button look="quiet" whole busy={passkey.isPending} onClick={() => passkey.mutate()}>{t('accounts.passkey')}</Button>}
      </form>
    </div>
  )
}
