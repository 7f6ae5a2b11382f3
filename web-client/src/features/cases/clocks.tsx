import { useTranslation } from 'react-i18next'
import type { ClockView } from '@/contracts/realtime'
import { isEnglish } from '@/lib/sentence'
import { daysUntil, lastDayBefore, plainDate } from '@/lib/time'
import { Article } from '@/ui/article'
import { Icon } from '@/ui/icon'

/** A statutory period: how long is left, until when, and which article says so. */
export function Clock({ clock }: { clock: ClockView }) {
  const { t, i18n } = useTranslation()
  const days = daysUntil(clock.dueAt)
  return (
    <p className={`notice clock ${clock.suspendedSince ? '' : clock.running && days <= 1 ? 'stop' : clock.running ? 'wait' : ''}`} data-testid="clock">
      <Icon name="clock" size={20} />
      <b>{isEnglish(i18n.language) ? clock.en : clock.zh}</b>
      {clock.running && <span className="clock-left">{clock.suspendedSince ? t('cases.paused') : days >= 0 ? t('cases.daysLeft', { count: days }) : t('cases.overdue')}</span>}
      <span className="small">{t('cases.until', { day: plainDate(lastDayBefore(clock.dueAt), i18n.language) })} · <Article citation={clock.article} /></span>
      {clock.extendedFrom && <span className="small soft">{t('cases.extendedFrom', { day: plainDate(lastDayBefore(clock.extendedFrom), i18n.language) })}</span>}
    </p>
  )
}
