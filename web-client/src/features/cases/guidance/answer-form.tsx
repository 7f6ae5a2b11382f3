import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleView } from '@/contracts/realtime'
import { LawCard } from '@/features/law/law-card'
import { api } from '@/lib/api'
import { uuid7 } from '@/lib/uuid7'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'
import { ArticleChoice } from './article-choice'

const most = 10

/** The guide answers with articles, or asks for more. */
export function AnswerForm({ questionId }: { questionId: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [way, setWay] = useState<'answer' | 'askBack'>('answer')
  const [text, setText] = useState('')
  const [articles, setArticles] = useState<readonly ArticleView[]>([])
  // One id for one wording: sent again by an impatient hand it is the same act.
  const [clientId, setClientId] = useState(() => uuid7())
  const write = (said: string) => { setText(said); setClientId(uuid7()) }
  const send = useMutation({
    mutationFn: () => way === 'answer'
      ? api('POST /guidance/{questionId}/answer', { path: { questionId }, body: { clientId, text, articleIds: articles.map((one) => one.id) } })
      : api('POST /guidance/{questionId}/ask-back', { path: { questionId }, body: { clientId, text } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['guidance'] }),
  })
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); send.mutate() }} data-testid="answer-form">
      <div className="switch-bar" role="group" aria-label={t('guidance.desk.title')}>
        {(['answer', 'askBack'] as const).map((one) => <button key={one} type="button" aria-current={way === one ? 'page' : undefined} onClick={() => { setWay(one); setClientId(uuid7()) }} data-testid={`way-${one}`}>{t(`guidance.desk.${one}`)}</button>)}
      </div>
      <TextArea label={t(way === 'answer' ? 'guidance.desk.answerText' : 'guidance.desk.askBackText')} required rows={5} maxLength={4_000} value={text} onChange={(event) => write(event.target.value)} data-testid="answer-text" />
      {way === 'answer' && (
        <>
          {articles.map((one) => (
            <div key={one.id} className="stack tight" data-testid="answer-article">
              <LawCard card={{ ...one, article: one.label }} shown={false} />
              <div className="row"><Button compact look="plain" onClick={() => setArticles(articles.filter((other) => other.id !== one.id))}>{t('guidance.desk.remove')}</Button></div>
            </div>
          ))}
          {articles.length < most && <ArticleChoice taken={articles.map((one) => one.id)} add={(one) => setArticles([...articles, one])} />}
        </>
      )}
      <Refused error={send.error} />
      <div className="row"><Button type="submit" busy={send.isPending} disabled={text.trim() === ''} data-testid="answer-send">{t(way === 'answer' ? 'guidance.desk.sendAnswer' : 'guidance.desk.sendAskBack')}</Button></div>
    </form>
  )
}
