import { isRouteErrorResponse, useRouteError } from 'react-router'
import { useTranslation } from 'react-i18next'
import { Failed } from '@/ui/states'
import NotFoundPage from './pages/not-found-page'

export function Fault() {
  const error = useRouteError()
  const { i18n } = useTranslation()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />
  return <main lang={i18n.language}><Failed error={error} retry={() => location.reload()} /></main>
}
