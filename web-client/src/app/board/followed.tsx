import { useTranslation } from 'react-i18next'
import { usePerformances } from '@/features/settlements/performance/use-performance'
import '@/features/settlements/performance/texts'

/** Agreements whose performance needs the centre: what is late, the latest first, and what is disputed. */
export function Followed({ open }: { open: (caseId: string) => void }) {
  const { t } = useTranslation()
  const troubled = (usePerformances().data ?? []).filter((one) => one.overdue > 0 || one.disputed > 0)
  if (troubled.length === 0) return null
  return (
    <section className="card flat stack tight" data-testid="board-followed">
      <h2>{t('performance.list.title')} <span className="badge stop">{troubled.length}</span></h2>
      <ul className="plain stack tight">
        {troubled.map((one) => (
          <li key={one.caseId} className="row close">
            <button type="button" className="link number board-open" onClick={() => open(one.caseId)} data-testid="board-followed-case" data-case={one.caseId}>{one.caseNumber}</button>
            <span>{one.title}</span>
            {one.daysLate > 0 && <span className="badge stop">{t('performance.list.late', { count: one.daysLate })}</span>}
            {one.disputed > 0 && <span className="badge stop">{t('performance.list.disputed')}</span>}
            <span className="badge">{t('performance.list.progress', { done: one.performed, all: one.obligations })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
