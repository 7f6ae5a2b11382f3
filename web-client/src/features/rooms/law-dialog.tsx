import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LawCard } from '@/features/law/law-card'
import { useArticles } from '@/features/law/use-articles'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useShowArticle } from './use-show-article'

const most = 30

/** The mediator looks up an article and shows it in the room. */
export function LawDialog({ roomId, open, close }: { roomId: string; open: boolean; close: () => void }) {
  const { t } = useTranslation()
  return <Dialog title={t('law.show')} open={open} close={close} testId="law-dialog"><Search roomId={roomId} close={close} /></Dialog>
}

function Search({ roomId, close }: { roomId: string; close: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const { articles, error, empty, none } = useArticles(typed, true)
  const send = useShowArticle(close)
  return (
    <div className="stack">
      <TextField label={t('law.search')} hint={t('law.hint')} value={typed} maxLength={100} autoFocus onChange={(event) => setTyped(event.target.value)} data-testid="law-query" />
      <Refused error={error ?? send.error} />
      {empty && <p className="notice">{t('law.empty')}</p>}
      {none && <p className="soft" role="status">{t('law.none')}</p>}
      <ul className="plain stack">
        {articles.map((article) => (
          <li key={article.id} className="stack tight">
            <LawCard card={{ ...article, article: article.label }} shown={false} />
            <div className="row"><Button compact busy={send.isPending && send.variables.articleId === article.id} onClick={() => send.mutate({ roomId, articleId: article.id })} data-testid="law-send">{t('law.send')}</Button></div>
          </li>
        ))}
      </ul>
      {articles.length === most && <p className="small soft">{t('law.more', { count: most })}</p>}
    </div>
  )
}
