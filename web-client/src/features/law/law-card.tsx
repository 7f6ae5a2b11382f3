import { useTranslation } from 'react-i18next'
import { plainDate } from '@/lib/time'
import './law.css'

export interface LawCardFacts {
  statute: string
  versionOf: string
  article: string
  text: string
}

/** An article in its own words, as it was shown. */
export function LawCard({ card, shown = true }: { card: LawCardFacts; shown?: boolean }) {
  const { t, i18n } = useTranslation()
  return (
    <section className="law-card" data-testid="law-card" lang="zh-CN">
      <header><b>《{card.statute}》{card.article}</b> <span className="small soft">{t('law.version', { date: plainDate(card.versionOf, i18n.language) })}</span></header>
      <p>{card.text}</p>
      {shown && <p className="small soft">{t('law.asShown')}</p>}
    </section>
  )
}
