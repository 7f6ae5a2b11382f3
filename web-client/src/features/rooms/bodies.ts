import type { EntryView, GuestCapacity } from '@/contracts/realtime'

/** Bodies of the room's own entries (docs/protocol.md). Other features read theirs in their own renderers. */
export interface TextBody {
  type: 'text'
  text: string
  /** It was held for review: when it was written; the entry's own time is when it was let through. */
  writtenAt?: string
}

export interface SystemBody {
  type: 'room-created' | 'added' | 'joined' | 'left' | 'admitted' | 'removed' | 'opened' | 'adjourned' | 'closed' | 'call-opened' | 'call-ended' | 'call-joined' | 'call-left' | 'hold-started' | 'hold-ended' | 'times-proposed' | 'times-answered' | 'times-started' | 'times-ended' | 'times-turn' | 'agenda-set' | 'agenda-started' | 'agenda-ended' | 'guest-proposed' | 'guest-answered' | 'guest-withdrawn' | 'guest-undertook'
  name?: string
  /** Of taking part at different times. */
  lastDay?: string
  article?: string
  /** Of a point of the agenda. */
  title?: string
  reason?: string | null
  /** Of a guest: as what he is asked, who answered, how, and whether all have consented by it. */
  capacity?: GuestCapacity
  party?: string
  consents?: boolean
  invites?: boolean
}

/** An entry in another language, by an interpreter; it answers the original. */
export interface RenderingBody {
  type: 'rendering'
  language: string
  text: string
}

/** The `type` of a body; an empty word when a later version of the service writes something this client cannot read. */
export const bodyType = (entry: EntryView): string => {
  const body = entry.body as { type?: unknown } | null
  return typeof body?.type === 'string' ? body.type : ''
}

export const bodyOf = <Body>(entry: EntryView): Body => entry.body as Body
