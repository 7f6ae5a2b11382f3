import type { EntryView } from '@/contracts/realtime'
import { bodyOf, bodyType } from '@/features/rooms/bodies'

/** When somebody who is not here went, as the record has it; null when he came back since, or when it lies before what is loaded. */
export function awaySince(entries: readonly EntryView[], personId: string): string | null {
  for (let at = entries.length - 1; at >= 0; at--) {
    const entry = entries[at]
    if (entry?.kind !== 'System' || !['left', 'joined', 'admitted'].includes(bodyType(entry))) continue
    if (bodyOf<{ personId?: string }>(entry).personId !== personId) continue
    return bodyType(entry) === 'left' ? entry.sentAt : null
  }
  return null
}
