import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '@/features/accounts/me'
import { Icon } from '@/ui/icon'
import './enterprises.css'

/** The way to one's enterprise; nothing for whom there is none. */
export function EnterprisesLink() {
  const { t } = useTranslation()
  const me = useMe()
  const mine = me.data?.enterpriseIds ?? []
  if (mine.length === 0) return null
  return (
    <Link className="card enterprises-link" to={mine.length === 1 ? `/enterprises/${mine[0] ?? ''}` : '/enterprises'} data-testid="enterprises-link">
      <span><b>{t('enterprises.title')}</b><br /><span className="soft small">{t('enterprises.lead')}</span></span>
      <Icon name="next" />
    </Link>
  )
}
