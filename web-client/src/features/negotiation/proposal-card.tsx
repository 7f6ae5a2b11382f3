import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProposalView } from '@/contracts/realtime'
import { fullTime } from '@/lib/time'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import { AnswerButtons } from './answer-buttons'
import { TermChanges } from './term-changes'
import { TermList } from './term-list'
import { useWithdraw } from './use-proposals'

const looks = { Open: 'accent', Agreed: 'good', Declined: 'stop', Countered: 'wait', Withdrawn: '', Expired: '' } as const

/** One proposal with its terms, who has answered, and the buttons of whoever may answer. */
export function ProposalCard({ proposal, onCounter }: { proposal: ProposalView; onCounter?: ((proposal: ProposalView) => void) | undefined }) {
  const { t, i18n } = useTranslation()
  const withdraw = useWithdraw(proposal.roomId, proposal.id)
  const [sure, setSure] = useState(false)
  return (
    <section className="proposal" data-testid="proposal" data-state={proposal.state} data-proposal={proposal.id} aria-label={t('negotiation.of', { name: proposal.proposedByName })}>
      <header className="row apart">
        <b>{t(proposal.counterTo === null ? 'negotiation.of' : 'negotiation.counterOf', { name: proposal.proposedByName })}</b>
        <span className={`badge ${looks[proposal.state]}`} data-testid="proposal-state">{t(`negotiation.state.${proposal.state}`)}</span>
      </header>
      <TermList terms={proposal.terms} />
      {proposal.changes !== null && proposal.changes.length > 0 && <TermChanges changes={proposal.changes} />}
      {proposal.note && <p className="proposal-note">{proposal.note}</p>}
      {proposal.soundingOut && <p className="notice wait small">{t('negotiation.soundingOut')}</p>}
      {proposal.validUntil && proposal.state === 'Open' && <p className="small soft">{t('negotiation.validUntil', { time: fullTime(proposal.validUntil, i18n.language) })}</p>}
      {proposal.answers.length > 0 && (
        <ul className="plain small" data-testid="answers">
          {proposal.answers.map((answer) => (
            <li key={answer.partyId}>{t('ui.colon', { before: answer.partyName, after: t(`negotiation.answered.${answer.answer}`) })}{answer.reason ? t('ui.aside', { text: answer.reason }) : ''}</li>
          ))}
        </ul>
      )}
      {proposal.mayAnswer && <AnswerButtons proposal={proposal} onCounter={onCounter} />}
      {proposal.mayWithdraw && (sure
        ? <div className="row"><span className="small">{t('negotiation.withdrawSure')}</span><Button look="stop" compact busy={withdraw.isPending} onClick={() => withdraw.mutate()}>{t('negotiation.withdraw')}</Button><Button look="plain" compact onClick={() => setSure(false)}>{t('ui.cancel')}</Button></div>
        : <Button look="plain" compact onClick={() => setSure(true)} data-testid="withdraw">{t('negotiation.withdraw')}</Button>)}
      <Refused error={withdraw.error} />
      {proposal.state === 'Open' && <p className="small soft">{t('negotiation.withoutPrejudice')}</p>}
    </section>
  )
}
