import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { GuideQuestionView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import { AnswerForm } from './answer-form'
import { Due } from './due'
import { repliedTo } from './replied-to'
import { Thread } from './thread'

/** A question as the guide has it: taken by him with what he can do now, or to be taken. */
export function GuideQuestion({ one }: { one: GuideQuestionView }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const path = { questionId: one.id }
  const act = useMutation({
    mutationFn: (which: 'take' | 'give-back' | 'close') => which === 'take' ? api('POST /guidance/{questionId}/take', { path }) : which === 'close' ? api('POST /guidance/{questionId}/close', { path }) : api('POST /guidance/{questionId}/give-back', { path }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['guidance'] }),
  })
  const look = one.state === 'Answered' ? 'good' : one.state === 'AskedBack' ? '' : 'wait'
  return (
    <details className="card stack tight guide-question" open={one.isMine} data-testid="guide-question" data-number={one.number} data-state={one.state}>
      <summary><b>{one.subject}</b> <span className={`badge ${look}`}>{t(`guidance.desk.state.${one.state}`)}</span>{repliedTo(one) && <> <span className="badge accent" data-testid="guidance-replied">{t('guidance.desk.replied')}</span></>}</summary>
      <div className="stack">
        <div className="stack tight">
          <span className="small soft">{t('guidance.number', { number: one.number })} · {t(`network.disputeKind.${one.kind}`)} · {t('guidance.desk.region')}{one.region === null ? t('guidance.desk.elsewhere') : <span lang="zh-CN">{one.region}</span>}</span>
          {one.state !== 'Answered' && <Due dueAt={one.dueAt} isLate={one.isLate} />}
        </div>
        <p className="guidance-words">{one.facts}</p>
        <p className="guidance-words"><b>{one.question}</b></p>
        {one.steps.length > 0 && <Thread steps={one.steps} asGuide />}
        {one.isMine && one.state === 'AskedBack' && <p className="notice small">{t('guidance.desk.waiting')}</p>}
        {one.isMine && one.state === 'Answered' && <p className="notice good small">{t('guidance.desk.answered')}</p>}
        {one.isMine && one.state !== 'Answered' && <AnswerForm key={one.steps.length} questionId={one.id} />}
        <Refused error={act.error} />
        <div className="row">
          {!one.isMine && <Button busy={act.isPending} onClick={() => act.mutate('take')} data-testid="question-take">{t('guidance.desk.take')}</Button>}
          {one.isMine && one.state !== 'Answered' && <Button look="quiet" busy={act.isPending} onClick={() => act.mutate('give-back')} data-testid="question-give-back">{t('guidance.desk.giveBack')}</Button>}
          {one.isMine && one.state === 'Answered' && <Button look="quiet" busy={act.isPending} onClick={() => act.mutate('close')} data-testid="guide-close">{t('guidance.desk.close')}</Button>}
        </div>
      </div>
    </details>
  )
}
