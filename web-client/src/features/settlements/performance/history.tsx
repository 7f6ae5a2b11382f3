import { useTranslation } from 'react-i18next'
import type { FollowedObligationView, PerformanceActView } from '@/contracts/realtime'
import { plainDate, shortTime } from '@/lib/time'

/** Everything that was said about an obligation, in its order. */
export function History({ obligation }: { obligation: FollowedObligationView }) {
  const { t } = useTranslation()
  if (obligation.history.length === 0) return null
  return (
    <details className="performance-history" data-testid="performance-history">
      <summary>{t('performance.history', { count: obligation.history.length })}</summary>
      <ol className="plain stack tight">{obligation.history.map((act) => <Said key={act.id} act={act} money={obligation.amountFen !== null} />)}</ol>
    </details>
  )
}

function Said({ act, money }: { act: PerformanceActView; money: boolean }) {
  const { t, i18n } = useTranslation()
  const { kind } = act
  const what = !money && (kind === 'Confirmed' || kind === 'Contested' || kind === 'Received') ? t(`performance.saidDone.${kind}`) : t(`performance.said.${kind}`)
  return (
    <li className="stack none" data-testid="performance-act" data-kind={kind}>
      <span><b>{act.byName}</b> {what}{act.isPart && t('performance.onlyPart')} {act.amountFigures && <b className="number">{act.amountFigures}</b>}</span>
      {act.note !== '' && <span className="said">{act.note}</span>}
      <span className="soft small">{shortTime(act.at, i18n.language)}{act.on && <> · {t('performance.on', { day: plainDate(act.on, i18n.language) })}</>}</span>
    </li>
  )
}
