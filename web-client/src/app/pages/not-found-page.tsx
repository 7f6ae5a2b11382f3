import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/ui/button'
import { Empty } from '@/ui/states'

export default function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <div className="page" data-testid="not-found">
      <Empty title={t('app.notFound.title')}>
        <p className="soft">{t('app.notFound.text')}</p>
        <ButtonLink to="/" look="quiet">{t('ui.home')}</ButtonLink>
      </Empty>
    </div>
  )
}
