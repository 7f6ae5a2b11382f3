import type { ConfirmationState, EnforcementView, PacketItemView } from '@/contracts/realtime'

const moving: readonly ConfirmationState[] = ['Joined', 'Sending', 'Filed', 'Accepted']

/** Whether something is about to change without anybody here: then the page asks again by itself. */
export const isMoving = (view: EnforcementView | undefined): boolean => view?.courtLink !== 'None' && moving.includes(view?.confirmation?.state ?? 'Joining')

export const toneOf = (state: ConfirmationState): 'wait' | 'good' | 'stop' | 'accent' =>
  state === 'Confirmed' ? 'good' : state === 'Refused' || state === 'Declined' || state === 'Withdrawn' ? 'stop' : state === 'Joining' || state === 'MoreAsked' ? 'wait' : 'accent'

export const missingOf = (view: EnforcementView): PacketItemView[] => view.packet.filter((item) => !item.isThere)

/** What this reader himself can supply now; nothing while he has not joined. */
export function mineToSupply(view: EnforcementView): { idNumber: boolean; address: boolean; proofs: boolean } {
  const confirmation = view.confirmation
  const me = confirmation?.seats.find((seat) => seat.isMe)?.partyId
  if (!confirmation?.maySupply || me === undefined) return { idNumber: false, address: false, proofs: false }
  const lacks = (part: PacketItemView['part']) => view.packet.some((item) => item.part === part && item.partyId === me && !item.isThere)
  return {
    idNumber: lacks('Identity'), address: lacks('Address') || confirmation.state === 'MoreAsked',
    proofs: view.packet.some((item) => item.part === 'PropertyRight' && (!item.isThere || confirmation.state === 'MoreAsked')),
  }
}

/** What is asked of a party who applies: an empty field of which the file knows nothing is sent as nothing. */
export const detailsOf = (idNumber: string, address: string) => ({ idNumber: idNumber.trim() || null, address: address.trim() || null })

/** The words for the days that are left, in whole days of the reader; the last day counts to its end. */
export const leftOf = (dueAt: string, now: number = Date.now()): { key: 'over' | 'lastDay' | 'daysLeft'; count: number } => {
  const left = Date.parse(dueAt) - now
  return left <= 0 ? { key: 'over', count: 0 } : left <= 86_400_000 ? { key: 'lastDay', count: 1 } : { key: 'daysLeft', count: Math.ceil(left / 86_400_000) }
}
