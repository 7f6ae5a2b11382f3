import { useTranslation } from 'react-i18next'
import type { TermView } from '@/contracts/realtime'
import { plainDate } from '@/lib/time'
import { Amount } from '@/ui/amount'

/** Who owes whom what, how and until when. */
export function TermList({ terms }: { terms: readonly TermView[] }) {
  const { t, i18n } = useTranslation()
  return (
    <ol className="plain stack tight">
      {terms.map((term, index) => (
        <li key={index} className="term">
          <span><b>{term.obligorName}</b> {t('negotiation.to')} <b>{term.obligeeName}</b></span>
          {term.amountFen !== null && <Amount fen={term.amountFen} />}
          {term.text && <span>{term.text}</span>}
          <span className="soft small">{[term.dueOn ? t('negotiation.dueOn', { date: plainDate(term.dueOn, i18n.language) }) : '', term.manner ?? ''].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ol>
  )
}
