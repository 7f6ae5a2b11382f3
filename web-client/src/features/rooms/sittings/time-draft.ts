import type { OwnSittingView } from '@/contracts/realtime'
import { fromChina } from '@/lib/zones'

/** A time while it is typed. */
export interface TimeDraft {
  /** As a date and time field says it, in China's time. */
  at: string
  minutes: number
  /** Empty: the remote room. */
  place: string
}

export const emptyTime: TimeDraft = { at: '', minutes: 60, place: '' }

export const wireOf = (draft: TimeDraft) => ({ startsAt: fromChina(draft.at), minutes: draft.minutes, place: draft.place.trim() || null })

/** What else the mediator has at that time; one that begins when the other ends is no clash. */
export function clashesOf(draft: TimeDraft, own: readonly OwnSittingView[], except?: string): OwnSittingView[] {
  if (draft.at === '') return []
  const start = Date.parse(fromChina(draft.at))
  const end = start + draft.minutes * 60_000
  return own.filter((one) => one.sittingId !== except && Date.parse(one.startsAt) < end && start < Date.parse(one.startsAt) + one.minutes * 60_000)
}
