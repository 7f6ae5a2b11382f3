import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CaseSummaryView } from '@/contracts/realtime'
import { isEnglish } from '@/lib/sentence'
import { daysUntil, shortTime } from '@/lib/time'

export function CaseListItem({ item }: { item: CaseSummaryView }) {
  const { t, i18n } = useTranslation()
  const clock = item.nextClock
  return (
    <Link className="card stack tight" to={`/cases/${item.id}`} data-testid="case-item" data-case={item.id}>
      <span className="row apart">
        <span className="soft small number">{item.number}</span>
        <span className={`badge ${item.stage === 'Agreed' ? 'good' : item.stage === 'Closed' ? '' : 'accent'}`}>{t(`cases.stage.${item.stage}`)}</span>
      </span>
      <h2>{item.sealedAt ? t('cases.sealed') : item.title}</h2>
      <span className="small soft">{item.organisationName}{item.mediatorName ? ` · ${t('cases.mediator')} ${item.mediatorName}` : ''} · {shortTime(item.changedAt, i18n.language)}</span>
      {clock?.running && <span className="small">{t('ui.colon', { before: isEnglish(i18n.language) ? clock.en : clock.zh, after: clock.suspendedSince ? t('cases.paused') : t('cases.daysLeft', { count: Math.max(0, daysUntil(clock.dueAt)) }) })}</span>}
    </Link>
  )
}
