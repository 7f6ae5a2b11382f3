import { useTranslation } from 'react-i18next'
import type { EnforcementRouteView, RouteArticleView } from '@/contracts/realtime'
import { isEnglish } from '@/lib/sentence'
import { Article } from '@/ui/article'

/** The articles of a route, each with a mark while nobody has checked its text. */
export function Articles({ of }: { of: EnforcementRouteView }) {
  return <span className="small soft">{of.articles.map((article) => <OneArticle key={article.article} article={article} />)}</span>
}

export function OneArticle({ article }: { article: RouteArticleView }) {
  const { t } = useTranslation()
  return <span className="one-article"><Article citation={article.article} />{!article.verified && <span className="badge wait">{t('enforcement.unverified')}</span>}</span>
}

/** The other ways: open or not, why, and what to take where. What can be asked for online is in the section of its own. */
export function OtherRoutes({ routes }: { routes: EnforcementRouteView[] }) {
  const { t, i18n } = useTranslation()
  const english = isEnglish(i18n.language)
  return (
    <details className="stack" data-testid="other-routes">
      <summary><b>{t('enforcement.others')}</b></summary>
      <p className="small soft">{t('enforcement.othersHint')}</p>
      <ul className="plain stack">
        {routes.map((route) => (
          <li key={route.kind} className="stack tight route" data-testid={`route-${route.kind}`} data-open={route.isOpen}>
            <span className="row"><b>{t(`enforcement.route.${route.kind}`)}</b><span className={`badge ${route.isOpen ? 'good' : ''}`}>{t(route.isOpen ? 'enforcement.open' : 'enforcement.notOpen')}</span></span>
            <span>{english ? route.en : route.zh}</span>
            <span className="small soft">{english ? route.whereEn : route.whereZh}</span>
            <Articles of={route} />
          </li>
        ))}
      </ul>
    </details>
  )
}
