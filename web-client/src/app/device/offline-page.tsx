import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lastPerson } from '@/lib/last-person'
import { shortTime } from '@/lib/time'
import { Button } from '@/ui/button'
import './texts'
import { unsentOf, type Unsent } from './unsent'

const every = 10_000

/** The pages have opened without a network: says so, shows what this person wrote and has not sent, and looks again by itself. */
export default function OfflinePage({ retry }: { retry: () => void }) {
  const { t, i18n } = useTranslation()
  const [unsent, setUnsent] = useState<readonly Unsent[] | null>(null)
  const again = useRef(retry)
  again.current = retry
  useEffect(() => {
    const person = lastPerson()
    const show = person === null ? Promise.resolve([]) : unsentOf(person)
    show.then(setUnsent, () => setUnsent([])) // storage is closed to us: nothing was kept
    const timer = setInterval(() => again.current(), every)
    const back = () => again.current()
    window.addEventListener('online', back)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', back)
    }
  }, [])
  return (
    <div className="page stack" data-testid="offline-page">
      <h1>{t('device.offline.title')}</h1>
      <p role="status">{unsent?.length === 0 ? t('device.offline.nothing') : t('device.offline.text')}</p>
      <ul className="plain stack tight">
        {unsent?.map(({ key, text, at }) => (
          <li key={key} className="unsent" data-testid="unsent">
            <p>{text}</p>
            <p className="soft small">{at === null ? t('device.offline.draft') : t('device.offline.unsent', { time: shortTime(new Date(at).toISOString(), i18n.language) })}</p>
          </li>
        ))}
      </ul>
      <p><Button onClick={retry}>{t('device.offline.again')}</Button></p>
      <p className="soft">{t('device.offline.hotline')}</p>
    </div>
  )
}
