import { useTranslation } from 'react-i18next'
import type { OtherWayView } from '@/contracts/realtime'
import { isEnglish } from '@/lib/sentence'
import { Article } from '@/ui/article'
import { Failed, Loading } from '@/ui/states'
import { FollowUp } from './follow-up'
import { ObligationCard } from './obligation-card'
import { inOrder } from './performance-view'
import { usePerformance } from './use-performance'
import './performance.css'
import './texts'

/** An effective agreement while it is performed: to a party what concerns him, to mediator and organisation all of it, what is late first. */
export function PerformanceSection({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const performance = usePerformance(caseId)
  if (performance.isPending) return <Loading />
  if (performance.isError) return <Failed error={performance.error} retry={() => void performance.refetch()} />
  const view = performance.data
  const done = view.obligations.length > 0 && view.obligations.every((one) => one.state === 'Performed')
  return (
    <section className="stack performance" aria-labelledby="performance-title" data-testid="performance" data-closed={view.closedAt !== null}>
      <h2 id="performance-title">{t('performance.title')}</h2>
      {view.obligations.length === 0 && <p className="soft">{t('performance.none')}</p>}
      {done && <p className="notice good" role="status" data-testid="all-performed"><b>{t('performance.done')}</b></p>}
      <FollowUp view={view} />
      <ul className="plain stack">{inOrder(view.obligations).map((one) => <ObligationCard key={one.number} view={view} obligation={one} />)}</ul>
      {view.ways.length > 0 && <Ways ways={view.ways} />}
      <p className="soft small">{t('performance.supervised', { name: view.supervisedBy })}</p>
    </section>
  )
}

function Ways({ ways }: { ways: readonly OtherWayView[] }) {
  const { t, i18n } = useTranslation()
  return (
    <div className="notice stop" data-testid="performance-ways">
      <b>{t('performance.ways.title')}</b>
      <ul>{ways.map((way) => <li key={way.code}>{isEnglish(i18n.language) ? way.en : way.zh} <span className="soft small"><Article citation={way.article} /></span></li>)}</ul>
    </div>
  )
}
