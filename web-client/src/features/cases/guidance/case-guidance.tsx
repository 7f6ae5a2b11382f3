import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '@/features/accounts/me'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Failed, Loading } from '@/ui/states'
import { AskForm } from './ask-form'
import { AskedQuestion } from './asked-question'
import { draftOf } from './drafts'
import './guidance.css'

/** The presiding mediator's questions to legal guides in this case. */
export function CaseGuidance({ caseId, articleActs }: { caseId: string; articleActs?: (articleId: string) => ReactNode }) {
  const { t } = useTranslation()
  const me = useMe().data
  const guidance = useQuery({ queryKey: ['guidance', caseId], queryFn: () => api('GET /cases/{caseId}/guidance', { path: { caseId } }) })
  const [asking, setAsking] = useState(() => me !== undefined && me !== null && draftOf(me.personId, caseId) !== undefined)
  if (guidance.isPending || !me) return <Loading />
  if (guidance.isError) return <Failed error={guidance.error} retry={() => void guidance.refetch()} />
  const { pairings, mayAsk, questions } = guidance.data
  return (
    <section className="stack guidance" data-testid="case-guidance">
      <header className="stack tight"><h2>{t('guidance.title')}</h2><p className="small">{t('guidance.lead')}</p><p className="notice small">{t('guidance.secret')}</p></header>
      {pairings.length === 0 && <p className="notice" data-testid="no-pairings">{t('guidance.none')}</p>}
      {pairings.length > 0 && !mayAsk && <p className="notice">{t('guidance.notNow')}</p>}
      {pairings.length > 0 && mayAsk && (asking
        ? <AskForm caseId={caseId} personId={me.personId} pairings={pairings} asked={() => setAsking(false)} />
        : <div className="row"><Button onClick={() => setAsking(true)} data-testid="ask-open">{t('guidance.ask')}</Button></div>)}
      {questions.length === 0 ? <p className="soft small">{t('guidance.noQuestions')}</p> : <h3>{t('guidance.asked')}</h3>}
      {questions.map((one) => <AskedQuestion key={one.id} caseId={caseId} one={one} articleActs={articleActs} />)}
    </section>
  )
}
