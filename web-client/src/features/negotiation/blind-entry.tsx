import { useTranslation } from 'react-i18next'
import type { BlindRoundView } from '@/contracts/realtime'
import { bodyOf, type EntryProps } from '@/features/rooms'
import { BlindCard } from './blind-card'
import { useBlindRounds } from './use-blind'

export function BlindOpenedEntry({ entry, room }: EntryProps) {
  const { t } = useTranslation()
  const rounds = useBlindRounds(room.roomId, room.log.entries)
  const { roundId } = bodyOf<{ roundId: string }>(entry)
  const round = rounds.data?.find((one) => one.id === roundId)
  if (!round) return <div className="bubble soft">{t(rounds.isError ? 'ui.failed' : 'ui.loading')}</div>
  return <BlindCard round={round} />
}

export function BlindClosedEntry({ entry }: EntryProps) {
  const { t } = useTranslation()
  const { state } = bodyOf<{ state: BlindRoundView['state'] }>(entry)
  return <div className="bubble" data-testid={`blind-${state}`}>{t(`negotiation.blind.said.${state as Exclude<typeof state, 'Open'>}`)}</div>
}
