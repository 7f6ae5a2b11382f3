import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleView } from '@/contracts/realtime'
import { LawCard } from '@/features/law/law-card'
import { useArticles } from '@/features/law/use-articles'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/states'

const shown = 8

/** Looks articles up and adds them to an answer. */
export function ArticleChoice({ taken, add }: { taken: readonly string[]; add: (article: ArticleView) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const found = useArticles(typed, false)
  const articles = found.articles.filter((one) => !taken.includes(one.id)).slice(0, shown)
  return (
    <fieldset className="stack tight plain-set">
      <legend>{t('guidance.desk.cards')}</legend>
      <TextField label={t('guidance.desk.search')} hint={t('guidance.desk.searchHint')} maxLength={100} value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter') event.preventDefault() }} data-testid="article-query" />
      <Refused error={found.error} />
      {typed.trim() !== '' && found.empty && <p className="notice small">{t('guidance.desk.noStatutes')}</p>}
      {found.none && <p className="soft small" role="status">{t('guidance.desk.nothing')}</p>}
      {articles.map((one) => (
        <div key={one.id} className="stack tight">
          <LawCard card={{ ...one, article: one.label }} shown={false} />
          <div className="row"><Button compact look="quiet" onClick={() => { add(one); setTyped('') }} data-testid="article-add">{t('guidance.desk.add')}</Button></div>
        </div>
      ))}
    </fieldset>
  )
}
