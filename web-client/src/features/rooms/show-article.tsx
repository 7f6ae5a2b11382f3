import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { uuid7 } from '@/lib/uuid7'
import { Button } from '@/ui/button'
import { Select } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useRoomName } from './use-room-name'

/** Shows one article in one of the case's open rooms. */
export function ShowArticle({ articleId, rooms }: { articleId: string; rooms: readonly RoomView[] }) {
  const { t } = useTranslation()
  const { name } = useRoomName()
  const open = rooms.filter((room) => room.state === 'Open')
  const [chosen, setChosen] = useState('')
  const roomId = open.some((room) => room.id === chosen) ? chosen : (open[0]?.id ?? '')
  // The same id for the same room: sent twice by an impatient hand it stands there once.
  const [ids] = useState(() => new Map<string, string>())
  const send = useMutation({
    mutationFn: (to: string) => {
      const clientMessageId = ids.get(to) ?? uuid7()
      ids.set(to, clientMessageId)
      return api('POST /rooms/{id}/law-cards', { path: { id: to }, body: { clientMessageId, articleId } })
    },
  })
  if (open.length === 0) return null
  return (
    <div className="row show-article">
      <Select label={<span className="small">{t('guidance.show')}</span>} value={roomId} onChange={(event) => { setChosen(event.target.value); send.reset() }} data-testid="show-article-room">
        {open.map((room) => <option key={room.id} value={room.id}>{name(room)}</option>)}
      </Select>
      <Button compact look="quiet" busy={send.isPending} disabled={send.isSuccess} onClick={() => send.mutate(roomId)} data-testid="show-article">{t(send.isSuccess ? 'guidance.shown' : 'guidance.showSend')}</Button>
      <Refused error={send.error} />
    </div>
  )
}
