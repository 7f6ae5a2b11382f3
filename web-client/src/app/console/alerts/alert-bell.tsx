import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Choice } from '@/ui/field'
import { Icon } from '@/ui/icon'
import { chime } from './chime'
import { setAlertSettings, useAlertSettings } from './settings'

/** How this device calls: sound, its volume, desktop notices; each is the mediator's own choice. */
export function AlertBell({ silenced }: { silenced: boolean }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const { muted } = useAlertSettings()
  const name = t(silenced ? 'console.alerts.touch' : muted ? 'console.alerts.muted' : 'console.alerts.on')
  return (
    <>
      <button type="button" className="button small-button quiet" onClick={() => setOpen(true)} aria-label={`${t('console.alerts.title')}: ${name}`} title={name} data-muted={muted} data-silenced={silenced} data-testid="alerts-open">
        <Icon name={muted ? 'bell-off' : 'bell'} size={16} />{silenced && <span className="small">{t('console.alerts.touch')}</span>}
      </button>
      <Dialog title={t('console.alerts.title')} open={open} close={() => setOpen(false)} testId="alerts"><Settings close={() => setOpen(false)} /></Dialog>
    </>
  )
}

function Settings({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const { muted, volume } = useAlertSettings()
  const [heard, setHeard] = useState<boolean | null>(null)
  return (
    <div className="stack">
      <p className="soft small">{t('console.alerts.lead')}</p>
      <Choice type="checkbox" checked={!muted} onChange={() => setAlertSettings({ muted: !muted })} data-testid="alerts-sound">{t('console.alerts.sound')}</Choice>
      <label className="field"><span>{t('console.alerts.volume')}</span>
        <input type="range" min={10} max={100} step={10} value={Math.round(volume * 100)} disabled={muted} onChange={(event) => setAlertSettings({ volume: Number(event.target.value) / 100 })} data-testid="alerts-volume" />
      </label>
      <div className="row">
        <Button look="quiet" compact onClick={() => void chime(volume).then(setHeard)} data-testid="alerts-try">{t('console.alerts.try')}</Button>
        {heard === false && <span className="small" role="status">{t('console.alerts.noSound')}</span>}
      </div>
      <DesktopNotice />
      <div className="row"><Button onClick={close}>{t('ui.close')}</Button></div>
    </div>
  )
}

/** Asked for by a button only; what was decided in the browser is changed in the browser. */
function DesktopNotice() {
  const { t } = useTranslation()
  const [state, setState] = useState<NotificationPermission | 'none'>(() => (typeof Notification === 'undefined' ? 'none' : Notification.permission))
  return (
    <div className="stack tight" data-testid="alerts-desktop" data-state={state}>
      <p className="small">{t(`console.alerts.desktop.${state}`)}</p>
      {state === 'default' && <div className="row"><Button look="quiet" compact onClick={() => void Notification.requestPermission().then(setState)} data-testid="alerts-desktop-ask">{t('console.alerts.desktop.ask')}</Button></div>}
    </div>
  )
}
