import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseQuestionView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { fullTime } from '@/lib/time'
import { uuid7 } from '@/lib/uuid7'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'
import { Due } from './due'
import { Redacting } from './redacting'
import { Thread } from './thread'
import { useRedaction } from './use-redaction'

interface Props {
  caseId: string
  one: CaseQuestionView
  articleActs?: ((articleId: string) => ReactNode) | undefined
}

/** One question of the case with its thread; replying to the guide; closing it. */
export function AskedQuestion({ caseId, one, articleActs }: Props) {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const close = useMutation({
    mutationFn: () => api('POST /cases/{caseId}/guidance/{questionId}/close', { path: { caseId, questionId: one.id } }),
    onSuccess: (view) => queries.setQueryData(['guidance', caseId], view),
  })
  const look = one.state === 'Answered' ? 'good' : one.state === 'AskedBack' ? 'stop' : one.state === 'Closed' ? '' : 'wait'
  return (
    <details className="card flat stack tight asked-question" open={one.state !== 'Closed'} data-testid="asked-question" data-state={one.state}>
      <summary><b>{one.subject}</b> <span className={`badge ${look}`}>{t(`guidance.state.${one.state}`)}</span></summary>
      <div className="stack tight">
        <span className="small soft">{t('guidance.number', { number: one.number })} · {t('guidance.to', { name: one.partnerName })}{one.guideName !== null && ` · ${t('guidance.owner', { name: one.guideName })}`}</span>
        <span className="small soft">{t('guidance.by', { name: one.askedByName, time: fullTime(one.askedAt, i18n.language) })}</span>
        {one.state !== 'Closed' && one.state !== 'Answered' && <Due dueAt={one.dueAt} isLate={one.isLate} />}
        <p className="guidance-words">{one.facts}</p>
        <p className="guidance-words"><b>{one.question}</b></p>
        {one.vouched.length > 0 && <p className="small soft">{t('guidance.vouched', { words: one.vouched.join(t('ui.comma')) })}</p>}
        <Thread steps={one.steps} articleActs={articleActs} />
        {(one.state === 'AskedBack' || one.state === 'Answered') && <Reply key={one.steps.length} caseId={caseId} questionId={one.id} open={one.state === 'AskedBack'} />}
        <Refused error={close.error} />
        {one.state !== 'Closed' && <div className="row"><Button compact look="quiet" busy={close.isPending} onClick={() => close.mutate()} data-testid="question-close">{t('guidance.close')}</Button></div>}
      </div>
    </details>
  )
}

function Reply({ caseId, questionId, open: asked }: { caseId: string; questionId: string; open: boolean }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [open, setOpen] = useState(asked)
  const [draft, setDraft] = useState<{ clientId: string; text: string; vouched: readonly string[] }>({ clientId: uuid7(), text: '', vouched: [] })
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, clientId: uuid7(), ...part })
  const check = useRedaction(caseId, [draft.text], draft.vouched)
  const send = useMutation({
    mutationFn: () => api('POST /cases/{caseId}/guidance/{questionId}/reply', { path: { caseId, questionId }, body: { ...draft, vouched: [...draft.vouched] } }),
    onSuccess: (view) => queries.setQueryData(['guidance', caseId], view),
  })
  if (!open) return <div className="row"><Button compact look="quiet" onClick={() => setOpen(true)} data-testid="reply-open">{t('guidance.reply')}</Button></div>
  return (
    <form className="stack tight" onSubmit={(event) => { event.preventDefault(); send.mutate() }}>
      <TextArea label={t('guidance.reply')} required rows={3} maxLength={4_000} value={draft.text} onChange={(event) => change({ text: event.target.value })} data-testid="reply-text" />
      <Redacting check={check} fields={['text']} vouched={draft.vouched} vouch={(vouched) => change({ vouched })} replace={([text = '']) => change({ text })} />
      <Refused error={send.error} />
      <div className="row"><Button type="submit" compact busy={send.isPending} disabled={draft.text.trim() === '' || !check.clean} data-testid="reply-send">{t('guidance.replySend')}</Button></div>
    </form>
  )
}
