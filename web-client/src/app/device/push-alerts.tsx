import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/lib/api'
import { Refusal } from '@/lib/refusal'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import { mayPush, quietHours, subscription, tell, turnOff, turnOn, type QuietHours } from './push'
import { mayKeepShell } from './worker'

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** Alerts while the page is closed: on by this button only, off by the same. Nothing where the browser or the service has none. */
export function PushAlerts() {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const can = mayKeepShell() && mayPush()
  const offer = useQuery({ queryKey: ['push-offer'], queryFn: () => api('GET /accounts/push'), enabled: can, staleTime: 60_000 })
  const device = useQuery({ queryKey: ['push-device'], queryFn: subscription, enabled: can, staleTime: Infinity })
  const [quiet, setQuiet] = useState<QuietHours>(quietHours)
  const again = () => queries.invalidateQueries({ queryKey: ['push-device'] })
  const on = useMutation({ mutationFn: (key: string) => turnOn(key, i18n.language, quiet), onSettled: again })
  const off = useMutation({ mutationFn: turnOff, onSettled: again })
  const renew = useMutation({ mutationFn: (hoursNow: QuietHours) => (device.data ? tell(device.data, i18n.language, hoursNow) : Promise.resolve()) })
  const { mutate } = renew
  // Turned on under an earlier sign-in, or in another language: told anew once, so that it ends with this one.
  const renewed = useRef(false)
  useEffect(() => {
    if (!device.data || renewed.current) return
    renewed.current = true
    mutate(quietHours())
  }, [device.data, mutate])
  const serverKey = offer.data?.serverKey ?? null
  if (!can || serverKey === null || device.isPending) return null
  const choose = (next: QuietHours) => {
    setQuiet(next)
    mutate(next)
  }
  const error = on.error ?? off.error ?? renew.error
  return (
    <div className="stack tight" data-testid="push-alerts" data-on={device.data !== null}>
      <div className="row apart">
        <span className="small">{t(device.data ? 'device.push.on' : 'device.push.text')}</span>
        {device.data
          ? <Button look="quiet" compact busy={off.isPending} onClick={() => device.data && off.mutate(device.data)} data-testid="push-off">{t('device.push.no')}</Button>
          : <Button look="quiet" compact busy={on.isPending} onClick={() => on.mutate(serverKey)} data-testid="push-on">{t('device.push.yes')}</Button>}
      </div>
      {device.data && (
        <div className="device-quiet">
          {(['from', 'until'] as const).map((end) => (
            <label key={end} className="small">{t(end === 'from' ? 'device.push.from' : 'device.push.to')}<br />
              <select className="input" value={quiet[end]} onChange={(event) => choose({ ...quiet, [end]: Number(event.target.value) })}>
                {hours.map((hour) => <option key={hour} value={hour}>{t('device.push.hour', { hour })}</option>)}
              </select>
            </label>
          ))}
        </div>
      )}
      {on.data === false && <p className="notice wait small" role="status">{t('device.push.denied')}</p>}
      {error instanceof Refusal ? <Refused error={error} /> : error !== null && <p className="notice wait small" role="alert">{t('device.push.failed')}</p>}
    </div>
  )
}
