import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSignal } from '@/realtime'
import { Button } from '@/ui/button'
import './texts'
import { keepShell, takeOver, waiting } from './worker'

/** Keeps the pages on this device; when a newer version is ready it says so, and waits to be asked for. */
export default function NewVersion() {
  const { t } = useTranslation()
  const worker = useSignal(waiting)
  const [later, setLater] = useState(false)
  useEffect(() => void keepShell(), [])
  if (worker === null || later) return null
  return (
    <aside className="new-version no-print" role="status" data-testid="new-version">
      <span>{t('device.newVersion.text')}</span>
      <span className="row"><Button compact onClick={() => takeOver(worker)} data-testid="new-version-load">{t('device.newVersion.load')}</Button><Button compact look="plain" onClick={() => setLater(true)}>{t('device.newVersion.later')}</Button></span>
    </aside>
  )
}
