import { useTranslation } from 'react-i18next'
import { lastDayBefore, plainDate } from '@/lib/time'

/** Until when a question is to be answered, by the house's own rule. */
export function Due({ dueAt, isLate }: { dueAt: string; isLate: boolean }) {
  const { t, i18n } = useTranslation()
  return (
    <span className="row">
      <span className={`badge ${isLate ? 'stop' : 'wait'}`} data-testid="guidance-due">{isLate ? t('guidance.late') : t('guidance.due', { day: plainDate(lastDayBefore(dueAt), i18n.language) })}</span>
      <span className="small soft">{t('guidance.rule')}</span>
    </span>
  )
}
