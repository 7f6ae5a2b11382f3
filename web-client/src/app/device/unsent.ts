import { lastWords } from '@/lib/last-words'
import { all } from '@/lib/stored'

export interface Unsent {
  readonly key: string
  readonly text: string
  /** When it was sent off (ms); null for a draft. */
  readonly at: number | null
}

/** What this person wrote here and nobody has yet: unsent messages in their order, then drafts. */
export async function unsentOf(personId: string): Promise<readonly Unsent[]> {
  const [drafts, outbox] = await Promise.all([
    all<{ personId: string; roomId: string; text: string }>('drafts'),
    all<{ personId: string; clientMessageId: string; text: string; at: number }>('outbox'),
  ])
  const texts = { ...Object.fromEntries(drafts.filter((one) => one.personId === personId).map((one) => [one.roomId, one.text])), ...lastWords(`draft.${personId}.`) }
  return [
    ...outbox.filter((one) => one.personId === personId).sort((a, b) => a.clientMessageId.localeCompare(b.clientMessageId)).map(({ clientMessageId, text, at }) => ({ key: clientMessageId, text, at })),
    ...Object.entries(texts).filter(([, text]) => text.trim() !== '').map(([roomId, text]) => ({ key: roomId, text, at: null })),
  ]
}
