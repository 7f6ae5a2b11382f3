import { useTranslation } from 'react-i18next'
import type { OtherWayView } from '@/contracts/realtime'
import { isEnglish } from '@/lib/sentence'
import { Article } from '@/ui/article'

/** What else one can do when mediation does not go on (人民调解法 26). */
export function OtherWays({ ways }: { ways: readonly OtherWayView[] }) {
  const { t, i18n } = useTranslation()
  return (
    <section className="card stack tight" data-testid="other-ways">
      <h2>{t('cases.ways.title')}</h2>
      <ul>{ways.map((way) => <li key={way.code}>{isEnglish(i18n.language) ? way.en : way.zh} <span className="soft small"><Article citation={way.article} /></span></li>)}</ul>
      <p className="soft small">{t('cases.ways.article')}</p>
    </section>
  )
}
