import { useTranslation } from 'react-i18next'
import type { CaseView } from '@/contracts/realtime'
import { OtherWays } from './ways'

/** Somebody has refused: a full stop for him, and what else he can do. */
export function Stopped({ view }: { view: CaseView }) {
  const { t } = useTranslation()
  return (
    <div className="stack" data-testid="stopped">
      <p className="soft small number">{view.number} · {view.title}</p>
      <h1>{t('cases.answer.stopped')}</h1>
      <p>{t('cases.answer.stoppedText')}</p>
      <OtherWays ways={view.otherWays} />
      <p className="soft">{t('cases.answer.stoppedHelp', { centre: view.organisationName })} <a href={`tel:${view.organisationPhone}`} className="number">{view.organisationPhone}</a></p>
    </div>
  )
}
