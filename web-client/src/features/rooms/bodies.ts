import type { EntryView } from '@/contracts/realtime'

/** Bodies of the room's own entries (docs/protocol.md). Other features read theirs in their own renderers. */
export interface TextBody {
  type: 'text'
  text: string
}

export interface SystemBody {
  type: 'room-created' | 'added' | 'joined' | 'left' | 'admitted' | 'removed' | 'opened' | 'adjourned' | 'closed' | 'call-opened' | 'call-ended' | 'call-joined' | 'call-left'
  name?: string
  reason?: string | null
}

/** The `type` of a body; an empty word when a later version of the service writes something this client cannot read. */
export const bodyType = (entry: EntryView): string => {
  const body = entry.body as { type?: unknown } | null
  return typeof body?.type === 'string' ? body.type : ''
}

export const bodyOf = <Body>(entry: EntryView): Body => entry.body as Body
