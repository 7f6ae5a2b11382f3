import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SittingView } from '@/contracts/realtime'
import { ButtonLink } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { BothTimes } from './both-times'
import { CallOff } from './call-off'
import { MoveSitting } from './move-sitting'

const opensBefore = 15 * 60_000

/** The next sitting: when in both zones, where, how long still, the calendar file, and the way in from a quarter of an hour before. */
export function FixedSitting({ caseId, roomId, sitting }: { caseId: string; roomId: string | null; sitting: SittingView }) {
  const { t } = useTranslation()
  const now = useHalfMinute()
  const start = Date.parse(sitting.startsAt ?? '')
  const may = new Set(sitting.mayAct)
  const enters = roomId !== null && sitting.place === null && now >= start - opensBefore
  return (
    <section className="card stack next-sitting" data-testid="next-sitting">
      <h2>{t('sittings.next')}</h2>
      <p className="sitting-when">{sitting.startsAt !== null && <BothTimes at={sitting.startsAt} />}</p>
      <p className="row close"><span className="badge accent" data-testid="countdown"><Icon name="clock" size={16} /><Left start={start} now={now} /></span><span>{t('sittings.about', { minutes: sitting.minutes ?? 0 })} · {sitting.place ?? t('sittings.remote')}</span></p>
      {sitting.moves > 0 && sitting.reason && <p className="notice wait small" data-testid="moved">{t('sittings.moved', { reason: sitting.reason })}</p>}
      {enters && <ButtonLink to={`/rooms/${roomId}`} whole data-testid="sitting-enter">{t('sittings.enter')}</ButtonLink>}
      {!enters && sitting.place === null && <p className="soft small">{t('sittings.opens')}</p>}
      <a className="button quiet whole" href={`/api/cases/${encodeURIComponent(caseId)}/sittings/${encodeURIComponent(sitting.id)}/calendar`} download data-testid="sitting-calendar">{t('sittings.toCalendar')}</a>
      {may.has('move') && <div className="row close"><MoveSitting caseId={caseId} sitting={sitting} /><CallOff caseId={caseId} sittingId={sitting.id} label={t('sittings.cancel')} /></div>}
    </section>
  )
}

function Left({ start, now }: { start: number; now: number }) {
  const { t } = useTranslation()
  const minutes = Math.ceil((start - now) / 60_000)
  if (minutes <= 0) return t('sittings.begun')
  if (minutes >= 2_880) return t('sittings.inDays', { count: Math.floor(minutes / 1_440) })
  if (minutes >= 120) return t('sittings.inHours', { count: Math.floor(minutes / 60) })
  return t('sittings.inMinutes', { count: minutes })
}

/** Counting down needs no finer clock. */
function useHalfMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
