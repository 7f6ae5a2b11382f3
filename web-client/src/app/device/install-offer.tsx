import { useTranslation } from 'react-i18next'
import { useInstall } from '@/lib/installing'
import { Button } from '@/ui/button'
import { mayKeepShell } from './worker'

const onAnApple = () => /iPhone|iPad/.test(navigator.userAgent)
const installed = () => matchMedia('(display-mode: standalone)').matches || (navigator as { standalone?: boolean }).standalone === true

/** How to put the pages on the home screen; nothing where that cannot be done or was done. */
export function InstallOffer() {
  const { t } = useTranslation()
  const install = useInstall()
  if (!mayKeepShell() || installed()) return null
  if (install === null) return onAnApple() ? <p className="small" data-testid="install-hint">{t('device.install.ios')}</p> : null
  return (
    <div className="row apart" data-testid="install-offer">
      <span className="small">{t('device.install.text')}</span>
      <Button look="quiet" compact onClick={install}>{t('device.install.yes')}</Button>
    </div>
  )
}
