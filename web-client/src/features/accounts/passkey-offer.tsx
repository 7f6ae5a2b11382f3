import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import { useEntered, useMe } from './me'
import { canUsePasskeys, registerPasskey, wasCancelled } from './passkeys'

/** Offers to enter next time with fingerprint or face; never required. */
export function PasskeyOffer() {
  const { t } = useTranslation()
  const me = useMe()
  const entered = useEntered()
  const register = useMutation({ mutationFn: () => registerPasskey(null), onSuccess: entered })
  if (!me.data || me.data.hasPasskey || !canUsePasskeys()) return null
  return (
    <section className="card flat row apart" data-testid="passkey-offer">
      <span className="small">{t('accounts.offer')}</span>
      <Button look="quiet" compact busy={register.isPending} onClick={() => register.mutate()}>{t('accounts.offerYes')}</Button>
      {!wasCancelled(register.error) && <Refused error={register.error} />}
    </section>
  )
}
