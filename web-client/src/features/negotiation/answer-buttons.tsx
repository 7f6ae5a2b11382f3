import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProposalView } from '@/contracts/realtime'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useAnswer } from './use-proposals'

/** Accept (asked once more, for it binds), counter, decline with a reason. */
export function AnswerButtons({ proposal, onCounter }: { proposal: ProposalView; onCounter?: ((proposal: ProposalView) => void) | undefined }) {
  const { t } = useTranslation()
  const answer = useAnswer(proposal.roomId, proposal.id)
  const [asking, setAsking] = useState<'accept' | 'decline' | null>(null)
  const [reason, setReason] = useState('')
  if (asking === null) {
    return (
      <div className="row">
        <Button compact onClick={() => setAsking('accept')} data-testid="accept">{t('negotiation.accept')}</Button>
        {onCounter && <Button look="quiet" compact onClick={() => onCounter(proposal)} data-testid="counter">{t('negotiation.counter')}</Button>}
        <Button look="stop" compact onClick={() => setAsking('decline')} data-testid="decline">{t('negotiation.decline')}</Button>
      </div>
    )
  }
  const accepting = asking === 'accept'
  return (
    <form className="stack tight" onSubmit={(event) => {
      event.preventDefault()
      answer.mutate({ answer: accepting ? 'Accept' : 'Decline', reason: accepting ? null : reason.trim() || null })
    }}>
      {accepting ? <p className="small">{t('negotiation.acceptSure')}</p> : <TextField label={t('negotiation.reason')} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />}
      <div className="row">
        <Button type="submit" compact look={accepting ? 'main' : 'stop'} busy={answer.isPending} data-testid="answer-confirm">{t(accepting ? 'negotiation.acceptConfirm' : 'negotiation.declineConfirm')}</Button>
        <Button look="plain" compact onClick={() => setAsking(null)}>{t('ui.cancel')}</Button>
      </div>
      <Refused error={answer.error} />
    </form>
  )
}
