import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePerformances } from '@/features/settlements/performance/use-performance'
import { plainDate } from '@/lib/time'
import '@/features/settlements/performance/texts'

/** Agreements in effect that are not yet performed; what is late first. */
export const FollowedList = memo(function FollowedList({ onCase }: { onCase: (caseId: string) => void }) {
  const { t, i18n } = useTranslation()
  const followed = usePerformances().data ?? []
  if (followed.length === 0) return null
  return (
    <>
      <h2 className="queue-head">{t('performance.list.title')} <span className={`badge ${followed.some((one) => one.overdue > 0) ? 'stop' : ''}`}>{followed.length}</span></h2>
      <ul className="plain" data-testid="followed-list">
        {followed.map((one) => (
          <li key={one.caseId} className="queue-case">
            <button type="button" className="queue-row case-row" data-row={one.caseId} onClick={() => onCase(one.caseId)} data-testid="followed-case" data-case={one.caseId}>
              <span className="queue-title">{one.title}</span>
              <span className="soft small number">{one.caseNumber}</span>
              <span className="row queue-marks">
                {one.daysLate > 0 && <span className="badge stop">{t('performance.list.late', { count: one.daysLate })}</span>}
                {one.disputed > 0 && <span className="badge stop">{t('performance.list.disputed')}</span>}
                <span className="badge">{t('performance.list.progress', { done: one.performed, all: one.obligations })}</span>
                <span className="soft small">{t('performance.list.next', { day: plainDate(one.nextDueOn, i18n.language) })}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
})
