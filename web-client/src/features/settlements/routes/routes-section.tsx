import { useTranslation } from 'react-i18next'
import { Failed, Loading } from '@/ui/states'
import { Acceptance } from './acceptance'
import { RouteApplication } from './application'
import { RouteOffer } from './offer'
import { useRoutes } from './use-routes'
import './routes.css'
import './texts'

/** What one party can ask of notary and court by himself, and how far it is. */
export function RoutesSection({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const routes = useRoutes(caseId)
  const view = routes.data
  const simulated = view !== undefined && (view.notaryLink === 'Simulated' || view.courtLink === 'Simulated')
  return (
    <>
      <Acceptance caseId={caseId} />
      {(view === undefined || view.offers.length > 0 || view.applications.length > 0) && (
        <section className="card stack routes" data-testid="routes">
          <header className="row"><h2>{t('routes.title')}</h2>{simulated && <span className="badge wait" data-testid="routes-simulated">{t('routes.simulated')}</span>}</header>
          {simulated && <p className="small soft">{t('routes.simulatedText')}</p>}
          {routes.isPending && <Loading />}
          {routes.isError && <Failed error={routes.error} retry={() => void routes.refetch()} />}
          {view?.applications.map((one) => <RouteApplication key={one.id} caseId={caseId} one={one} />)}
          {view?.offers.map((offer) => <RouteOffer key={offer.act} view={view} offer={offer} />)}
        </section>
      )}
    </>
  )
}
