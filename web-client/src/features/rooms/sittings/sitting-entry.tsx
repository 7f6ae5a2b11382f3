import { useTranslation } from 'react-i18next'
import { bodyOf, bodyType } from '../bodies'
import type { EntryProps } from '../entry-renderer'
import { BothTimes } from './both-times'
import './sittings.css'

interface Slot {
  startsAt: string
  minutes: number
  place: string | null
}

interface SittingBody extends Partial<Slot> {
  times?: Slot[]
  reason?: string | null
}

const sentences = { 'sitting-proposed': 'proposed', 'sitting-answered': 'answered', 'sitting-fixed': 'fixed', 'sitting-moved': 'moved', 'sitting-cancelled': 'cancelled' } as const

/** What was done about a sitting's time. */
export function SittingEntry({ entry }: EntryProps) {
  const { t } = useTranslation()
  const body = bodyOf<SittingBody>(entry)
  const type = bodyType(entry) as keyof typeof sentences
  const slots = body.times ?? (body.startsAt ? [{ startsAt: body.startsAt, minutes: body.minutes ?? 0, place: body.place ?? null }] : [])
  return (
    <div className="bubble stack tight" data-testid={type}>
      <span>{t(`sittings.entry.${sentences[type]}`, { name: entry.authorName })}</span>
      {slots.map((slot) => <span key={slot.startsAt}><BothTimes at={slot.startsAt} />{slot.minutes > 0 && <span className="small"> · {t('sittings.minutes', { minutes: slot.minutes })} · {slot.place ?? t('sittings.remote')}</span>}</span>)}
      {body.reason && <span className="small">{t('sittings.because', { reason: body.reason })}</span>}
    </div>
  )
}
