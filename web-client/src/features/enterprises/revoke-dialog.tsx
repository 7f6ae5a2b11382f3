import { useTranslation } from 'react-i18next'
import type { MandateView } from '@/contracts/realtime'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Refused } from '@/ui/states'
import { useRevoke } from './use-enterprise'

export function RevokeDialog({ enterpriseId, mandate, close }: { enterpriseId: string; mandate: MandateView | null; close: () => void }) {
  const { t } = useTranslation()
  const revoke = useRevoke(enterpriseId)
  return (
    <Dialog title={t('enterprises.mandates.revokeTitle', { name: mandate?.name ?? '' })} open={mandate !== null} close={() => { revoke.reset(); close() }} testId="revoke-dialog">
      <p>{t('enterprises.mandates.revokeText')}</p>
      {mandate?.isMe && <p className="notice stop">{t('enterprises.mandates.revokeOwn')}</p>}
      <Refused error={revoke.error} />
      <Button look="stop" whole busy={revoke.isPending} onClick={() => mandate && revoke.mutate(mandate.id, { onSuccess: close })} data-testid="revoke-do">{t('enterprises.mandates.revokeDo')}</Button>
      <Button look="plain" onClick={() => { revoke.reset(); close() }}>{t('ui.cancel')}</Button>
    </Dialog>
  )
}
