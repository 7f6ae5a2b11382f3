import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import { useMe } from './me'
import { canUsePasskeys, registerPasskey, wasCancelled } from './passkeys'

/** Offers to enter next time with fingerprint or face; never required. */
export function PasskeyOffer() {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const register = useMutation({ mutationFn: () => registerPasskey(null), onSuccess: (known) => queries.setQueryData(['me'], known) })
  if (!me.data || me.data.hasPasskey || !canUsePasskeys()) return null
  return (
    <section className="card flat row apart" data-testid="passkey-offer">
      <span className="small">{t('accounts.offer')}</span>
      <Button look="quiet" compact busy={register.isPending} onClick={() => register.mutate()}>{t('accounts.offerYes')}</Button>
      {!wasCancelled(register.error) && <Refused error={register.error} />}
    </section>
  )
}
