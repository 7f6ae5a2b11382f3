import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomView } from '@/contracts/realtime'
import { Button } from '@/ui/button'
import { Select } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useRoomName } from './use-room-name'
import { useShowArticle } from './use-show-article'

/** Shows one article in one of the case's open rooms. */
export function ShowArticle({ articleId, rooms }: { articleId: string; rooms: readonly RoomView[] }) {
  const { t } = useTranslation()
  const { name } = useRoomName()
  const open = rooms.filter((room) => room.state === 'Open')
  const [chosen, setChosen] = useState('')
  const roomId = open.some((room) => room.id === chosen) ? chosen : (open[0]?.id ?? '')
  const send = useShowArticle()
  if (open.length === 0) return null
  return (
    <div className="row show-article">
      <Select label={<span className="small">{t('law.showIn')}</span>} value={roomId} onChange={(event) => { setChosen(event.target.value); send.reset() }} data-testid="show-article-room">
        {open.map((room) => <option key={room.id} value={room.id}>{name(room)}</option>)}
      </Select>
      <Button compact look="quiet" busy={send.isPending} disabled={send.isSuccess} onClick={() => send.mutate({ roomId, articleId })} data-testid="show-article">{t(send.isSuccess ? 'law.shown' : 'law.showSend')}</Button>
      <Refused error={send.error} />
    </div>
  )
}
