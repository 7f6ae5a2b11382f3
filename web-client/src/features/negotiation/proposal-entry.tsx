import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProposalView } from '@/contracts/realtime'
import { bodyOf, type EntryProps } from '@/features/rooms'
import { ProposalCard } from './proposal-card'
import { useProposals } from './use-proposals'

const CounterContext = createContext<((proposal: ProposalView) => void) | undefined>(undefined)

/** What happens when somebody wants to counter: the room's page opens its form. */
export const CounterProvider = CounterContext.Provider

export function ProposedEntry({ entry, room }: EntryProps) {
  const { t } = useTranslation()
  const onCounter = useContext(CounterContext)
  const proposals = useProposals(room.roomId, room.log.entries)
  const { proposalId } = bodyOf<{ proposalId: string }>(entry)
  const proposal = proposals.data?.find((one) => one.id === proposalId)
  if (!proposal) return <div className="bubble soft">{t(proposals.isError ? 'ui.failed' : 'ui.loading')}</div>
  return <ProposalCard proposal={proposal} onCounter={onCounter} />
}

export function AnsweredEntry({ entry, room }: EntryProps) {
  const { t } = useTranslation()
  const body = bodyOf<{ proposalId: string; partyId: string; answer: 'Accept' | 'Decline' | 'Counter'; reason?: string | null }>(entry)
  const name = room.snapshot?.members.find((member) => member.partyId === body.partyId)?.name ?? entry.authorName
  return <div className="bubble" data-testid={`answered-${body.answer}`}>{body.reason ? t('ui.colon', { before: t(`negotiation.said.${body.answer}`, { name }), after: body.reason }) : t(`negotiation.said.${body.answer}`, { name })}</div>
}

export function WithdrawnEntry() {
  const { t } = useTranslation()
  return <div className="bubble">{t('negotiation.said.Withdrawn')}</div>
}
