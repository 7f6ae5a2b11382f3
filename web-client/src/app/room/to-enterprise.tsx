import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon } from '@/ui/icon'

/** The way back from the standing room to its enterprise. */
export function ToEnterprise({ id }: { id: string }) {
  const { t } = useTranslation()
  return (
    <nav className="room-tabs" aria-label={t('enterprises.title')}>
      <Link to={`/enterprises/${id}`} className="button plain" data-testid="to-enterprise"><Icon name="back" />{t('enterprises.title')}</Link>
    </nav>
  )
}
