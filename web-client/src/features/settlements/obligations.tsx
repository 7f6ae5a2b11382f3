import { useTranslation } from 'react-i18next'
import type { AgreementView } from '@/contracts/realtime'
import { plainDate } from '@/lib/time'
import { Amount } from '@/ui/amount'

export function Obligations({ view }: { view: AgreementView }) {
  const { t, i18n } = useTranslation()
  if (view.obligations.length === 0) return null
  return (
    <section className="stack" data-testid="obligations">
      <h2>{t('settlements.obligations')}</h2>
      <ul className="plain stack">
        {view.obligations.map((obligation) => (
          <li key={obligation.number} className="card flat stack tight" data-testid="obligation">
            <span><b>{[obligation.obligorName, ...obligation.jointObligorNames].join(i18n.language === 'en' ? ', ' : '、')}</b> {obligation.jointObligorNames.length > 0 && t('drafting.jointly')} {t('negotiation.to')} <b>{obligation.obligeeName}</b></span>
            {obligation.amountFen !== null && <Amount fen={obligation.amountFen} />}
            <span>{obligation.what}</span>
            <span className="soft small">{[obligation.dueOn ? t('negotiation.dueOn', { date: plainDate(obligation.dueOn, i18n.language) }) : '', obligation.manner].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
