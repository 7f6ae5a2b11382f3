import { useTranslation } from 'react-i18next'
import type { EnforcementView } from '@/contracts/realtime'
import { lastDayBefore, plainDate } from '@/lib/time'
import { isEnglish } from '@/lib/sentence'
import { Icon } from '@/ui/icon'
import { Failed, Loading } from '@/ui/states'
import { BeginApplication } from './apply'
import { Application } from './application'
import { leftOf } from './joint-application'
import { Articles, OtherRoutes } from './routes'
import { useEnforcement } from './use-enforcement'
import './enforcement.css'
import './texts'

/** How the agreement can be made enforceable: the joint application first, the other ways with their reasons. */
export function Enforcement({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const enforcement = useEnforcement(caseId)
  return (
    <section className="card stack enforcement" data-testid="enforcement" data-state={enforcement.data?.confirmation?.state ?? 'None'}>
      <header className="stack tight"><h2>{t('enforcement.title')}</h2><p className="soft small">{t('enforcement.lead')}</p></header>
      {enforcement.isPending && <Loading />}
      {enforcement.isError && <Failed error={enforcement.error} retry={() => void enforcement.refetch()} />}
      {enforcement.data && <Confirmation view={enforcement.data} />}
      {enforcement.data && <OtherRoutes routes={enforcement.data.routes.slice(1)} />}
    </section>
  )
}

function Confirmation({ view }: { view: EnforcementView }) {
  const { t, i18n } = useTranslation()
  const [route] = view.routes
  if (route === undefined) return null
  const sent = view.confirmation !== null && !['Joining', 'Declined', 'Withdrawn'].includes(view.confirmation.state)
  return (
    <div className="stack" data-testid="route-JudicialConfirmation" data-open={route.isOpen}>
      <div className="row">
        <h3>{t('enforcement.route.JudicialConfirmation')}</h3>
        {view.courtLink === 'Simulated' && <span className="badge wait" data-testid="simulated">{t('enforcement.simulated')}</span>}
      </div>
      {!sent && (
        <p className={`notice clock ${route.isOpen ? 'wait' : 'stop'}`} data-testid="confirmation-clock">
          <Icon name="clock" size={20} />
          <span>{isEnglish(i18n.language) ? route.en : route.zh}</span>
          {route.dueAt !== null && <Left dueAt={route.dueAt} />}
          <Articles of={route} />
        </p>
      )}
      {view.courtLink === 'Simulated' && <p className="small soft">{t('enforcement.simulatedText')}</p>}
      {view.courtLink === 'None' && <p className="notice" data-testid="not-connected">{t('enforcement.notConnected')}</p>}
      {view.confirmation !== null && <Application view={view} confirmation={view.confirmation} />}
      {view.mayBegin && <BeginApplication view={view} />}
    </div>
  )
}

function Left({ dueAt }: { dueAt: string }) {
  const { t, i18n } = useTranslation()
  const { key, count } = leftOf(dueAt)
  return (
    <span>
      <b className="clock-left" data-testid="days-left">{t(`enforcement.${key}`, { count })}</b>
      <span className="small"> · {t('enforcement.until', { day: plainDate(lastDayBefore(dueAt), i18n.language) })}</span>
    </span>
  )
}
