import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EnterpriseSummaryView } from '@/contracts/realtime'
import { plainDate } from '@/lib/time'

/** One enterprise of the caller's list: whose it is, as what he comes, what is unread in its room. */
export function EnterpriseCard({ enterprise, unread }: { enterprise: EnterpriseSummaryView; unread: number }) {
  const { t, i18n } = useTranslation()
  return (
    <Link className="card stack tight" to={`/enterprises/${enterprise.id}`} data-testid="enterprise-card" data-enterprise={enterprise.id}>
      <span className="row apart">
        <span className="badge accent">{enterprise.scope ? t(`enterprises.scope.${enterprise.scope}`) : t('enterprises.asButler')}</span>
        {unread > 0 && <span className="badge count" aria-label={t('enterprises.unread', { count: unread })}>{unread}</span>}
      </span>
      <h2>{enterprise.name}</h2>
      <span className="small soft">{enterprise.area}{enterprise.validTo && ` · ${t('enterprises.until', { date: plainDate(enterprise.validTo, i18n.language) })}`}</span>
    </Link>
  )
}
