import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { uuid7 } from '@/lib/uuid7'
import { useEngine, type RoomNow } from '@/realtime'
import { Press } from '@/ui/press'
import { Refused } from '@/ui/states'
import { textOf } from './message-row'

/** Whether anybody but oneself has read up to here. */
export const isRead = (room: RoomNow, entry: EntryView, me: string): boolean =>
  room.readPositions.some((position) => position.personId !== me && position.sequence >= entry.sequence)

/** Takes back one's own words while nobody else has read them; they return to where one writes, if nothing else stands there. */
export function WithdrawButton({ room, entry }: { room: RoomNow; entry: EntryView }) {
  const { t } = useTranslation()
  const { drafts } = useEngine()
  const id = useRef(uuid7())
  const withdraw = useMutation({
    mutationFn: () => api('POST /rooms/{id}/entries/{sequence}/withdrawal', { path: { id: room.roomId, sequence: String(entry.sequence) }, body: { clientMessageId: id.current } }),
    onSuccess: () => {
      if ((drafts.texts.get()[room.roomId] ?? '').trim() === '') drafts.write(room.roomId, textOf(entry) ?? '')
    },
  })
  if (withdraw.error) return <Refused error={withdraw.error} />
  return <Press className="link entry-withdraw" busy={withdraw.isPending} onClick={() => withdraw.mutate()} data-testid="withdraw">{t('rooms.withdraw')}</Press>
}
