import { useTranslation } from 'react-i18next'
import type { FollowedObligationView, PerformanceView } from '@/contracts/realtime'
import { isEnglish } from '@/lib/sentence'
import { plainDate } from '@/lib/time'
import { Amount } from '@/ui/amount'
import { History } from './history'
import { ObligationActs } from './obligation-acts'
import { shareOf, toneOf } from './performance-view'
import { UnansweredReport } from './unanswered-report'

/** One obligation: who owes whom what until when, how far it is done, what the reader may say. */
export function ObligationCard({ view, obligation }: { view: PerformanceView; obligation: FollowedObligationView }) {
  const { t, i18n } = useTranslation()
  const share = shareOf(obligation)
  const some = obligation.confirmedFen > 0 && obligation.state !== 'Performed'
  return (
    <li className="card stack obligation-card" data-testid="followed" data-number={obligation.number} data-state={obligation.state}>
      <div className="row apart">
        <h3>{t('performance.number', { number: obligation.number })}</h3>
        <span className="row close">
          {obligation.state !== 'Overdue' && <span className={`badge ${toneOf(obligation.state)}`} data-testid="followed-state">{t(`performance.state.${obligation.state}`)}</span>}
          {obligation.daysLate > 0 && <span className="badge stop" data-testid="days-late">{t('performance.daysLate', { count: obligation.daysLate })}</span>}
        </span>
      </div>
      <p><b>{obligation.obligorNames.join(isEnglish(i18n.language) ? ', ' : '、')}</b>{obligation.obligorNames.length > 1 && <span className="small"> {t('performance.jointly')}</span>} {t('negotiation.to')} <b>{obligation.obligeeName}</b></p>
      {obligation.amountFen !== null && <Amount fen={obligation.amountFen} />}
      {obligation.what !== '' && <p>{obligation.what}</p>}
      <dl className="facts">
        <div><dt>{t('performance.due')}</dt><dd>{t('performance.dueDay', { day: plainDate(obligation.dueOn, i18n.language) })}</dd></div>
        {some && <div><dt>{t('performance.confirmed')}</dt><dd><Amount fen={obligation.confirmedFen} words={false} /></dd></div>}
        {some && obligation.restFen !== null && <div><dt>{t('performance.rest')}</dt><dd data-testid="rest"><Amount fen={obligation.restFen} words={false} /></dd></div>}
      </dl>
      {some && share !== null && <progress className="share" max={1} value={share} aria-label={t('performance.confirmed')} />}
      {obligation.unanswered.map((report) => <UnansweredReport key={report.id} caseId={view.caseId} obligation={obligation} report={report} />)}
      <ObligationActs view={view} obligation={obligation} />
      <History obligation={obligation} />
    </li>
  )
}
