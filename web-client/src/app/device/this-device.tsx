import { useTranslation } from 'react-i18next'
import { setPreferences, usePreferences } from '@/lib/preferences'
import { Button } from '@/ui/button'
import { InstallOffer } from './install-offer'
import { PushAlerts } from './push-alerts'
import './texts'

/** What one may set for the device in one's hand. */
export default function ThisDevice() {
  const { t } = useTranslation()
  const { aloud } = usePreferences()
  return (
    <section className="card flat stack" data-testid="this-device">
      <h2>{t('device.title')}</h2>
      <InstallOffer />
      <PushAlerts />
      <div className="row apart"><span className="small">{t('device.aloud.text')}</span><Button look="quiet" compact aria-pressed={aloud} onClick={() => setPreferences({ aloud: !aloud })} data-testid="aloud">{t(aloud ? 'device.aloud.off' : 'device.aloud.on')}</Button></div>
    </section>
  )
}
