import { useMutation, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LawCard } from '@/features/law/law-card'
import { api } from '@/lib/api'
import { uuid7 } from '@/lib/uuid7'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/states'

const most = 30

/** The mediator looks up an article and shows it in the room. */
export function LawDialog({ roomId, open, close }: { roomId: string; open: boolean; close: () => void }) {
  const { t } = useTranslation()
  return <Dialog title={t('law.show')} open={open} close={close} testId="law-dialog"><Search roomId={roomId} close={close} /></Dialog>
}

function Search({ roomId, close }: { roomId: string; close: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useQuery({ queryKey: ['articles', q], queryFn: ({ signal }) => api('GET /articles', { query: { q }, signal }), placeholderData: (before) => before, staleTime: 60_000 })
  // The same id for the same article: sent twice by an impatient hand it stands there once.
  const [ids] = useState(() => new Map<string, string>())
  const send = useMutation({
    mutationFn: (articleId: string) => {
      const clientMessageId = ids.get(articleId) ?? uuid7()
      ids.set(articleId, clientMessageId)
      return api('POST /rooms/{id}/law-cards', { path: { id: roomId }, body: { clientMessageId, articleId } })
    },
    onSuccess: close,
  })
  const articles = found.data?.articles ?? []
  return (
    <div className="stack">
      <TextField label={t('law.search')} hint={t('law.hint')} value={typed} maxLength={100} autoFocus onChange={(event) => setTyped(event.target.value)} data-testid="law-query" />
      <Refused error={found.error ?? send.error} />
      {found.data?.statutes === 0 && <p className="notice">{t('law.empty')}</p>}
      {found.data !== undefined && found.data.statutes > 0 && q !== '' && articles.length === 0 && !found.isFetching && <p className="soft" role="status">{t('law.none')}</p>}
      <ul className="plain stack">
        {articles.map((article) => (
          <li key={article.id} className="stack tight">
            <LawCard card={{ ...article, article: article.label }} shown={false} />
            <div className="row"><Button compact busy={send.isPending && send.variables === article.id} onClick={() => send.mutate(article.id)} data-testid="law-send">{t('law.send')}</Button></div>
          </li>
        ))}
      </ul>
      {articles.length === most && <p className="small soft">{t('law.more', { count: most })}</p>}
    </div>
  )
}
