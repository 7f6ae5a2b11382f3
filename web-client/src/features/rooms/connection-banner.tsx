import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnectionState } from '@/realtime'

/** Says honestly how fresh the page is; *all caught up* only when every head has been reached. */
export function ConnectionBanner() {
  const { t } = useTranslation()
  const state = useConnectionState()
  const [now, setNow] = useState(() => Date.now())
  const offline = state.is === 'offline'
  useEffect(() => {
    if (!offline) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [offline])
  const age = state.is === 'offline' ? Math.max(0, Math.round((now - state.since) / 1_000)) : 0
  return (
    <p className="connection" data-state={state.is} data-testid="connection">
      <span role="status">{t(`rooms.connection.${state.is}`)}</span>
      {state.is === 'offline' && <span className="number"> {t('rooms.connection.age', { seconds: age })}</span>}
    </p>
  )
}
