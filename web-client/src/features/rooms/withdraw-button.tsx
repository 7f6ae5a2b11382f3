import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { uuid7 } from '@/lib/uuid7'
import { useComposer, type RoomNow } from '@/realtime'
import { Refused } from '@/ui/states'
import { textOf } from './message-row'

/** Takes back one's own words while nobody else has read them; they return to where one writes, if nothing else stands there. */
export function WithdrawButton({ room, entry, me }: { room: RoomNow; entry: EntryView; me: string }) {
  const { t } = useTranslation()
  const composer = useComposer(room.roomId)
  const id = useRef(uuid7())
  const withdraw = useMutation({
    mutationFn: () => api('POST /rooms/{id}/entries/{sequence}/withdrawal', { path: { id: room.roomId, sequence: String(entry.sequence) }, body: { clientMessageId: id.current } }),
    onSuccess: () => {
      if (composer.draft.trim() === '') composer.setDraft(textOf(entry) ?? '')
    },
  })
  const read = room.readPositions.some((position) => position.personId !== me && position.sequence >= entry.sequence)
  if (withdraw.error) return <Refused error={withdraw.error} />
  if (read || room.revoked) return null
  return <button type="button" className="link entry-withdraw" disabled={withdraw.isPending} onClick={() => withdraw.mutate()} data-testid="withdraw">{t('rooms.withdraw')}</button>
}
