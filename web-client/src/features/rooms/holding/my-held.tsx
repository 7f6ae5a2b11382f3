import { useTranslation } from 'react-i18next'
import type { HeldMessageView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { clockTime } from '@/lib/time'
import { useComposer, useEngine, type RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Refused } from '@/ui/states'
import { useHeld, useHeldAct } from './use-held'
import './holding.css'

/** What of one's own waits for the mediator, and what came back; and before anything is written, that it will wait. */
export function MyHeld({ room }: { room: RoomHandle }) {
  const { t } = useTranslation()
  const { personId } = useEngine()
  const held = useHeld(room)
  const on = room.snapshot?.hold === 'On'
  const mediators = (room.snapshot?.members ?? []).filter((member) => member.role === 'Mediator').map((member) => member.name).join(t('ui.comma'))
  const mine = (held.data?.messages ?? []).filter((one) => one.authorId === personId)
  if (!on && mine.length === 0) return null
  return (
    <div className="my-held stack tight" data-testid="my-held">
      {mine.filter((one) => !one.returned).map((one) => <Waiting key={one.id} held={one} />)}
      {mine.filter((one) => one.returned).map((one) => <Returned key={one.id} room={room} held={one} />)}
      {on && <p className="notice wait held-notice" role="status" data-testid="hold-on"><Icon name="clock" size={18} /> <span>{t('holding.on', { mediators })}</span></p>}
    </div>
  )
}

function Waiting({ held }: { held: HeldMessageView }) {
  const { t, i18n } = useTranslation()
  return (
    <article className="entry mine pending" data-testid="held-mine">
      <div className="bubble">{held.text}</div>
      <span className="entry-seen soft">{t('holding.waits')} <time className="number" dateTime={held.writtenAt}>{clockTime(held.writtenAt, i18n.language)}</time></span>
    </article>
  )
}

function Returned({ room, held }: { room: RoomHandle; held: HeldMessageView }) {
  const { t } = useTranslation()
  const { draft, setDraft } = useComposer(room.roomId)
  const take = useHeldAct(room.roomId, () => api('POST /rooms/{roomId}/held/{heldId}/take', { path: { roomId: room.roomId, heldId: held.id } }))
  const back = () => {
    setDraft(draft.trim() === '' ? held.text : `${draft.trimEnd()}\n${held.text}`)
    take.mutate(undefined)
  }
  return (
    <article className="notice stop stack tight" role="status" data-testid="held-returned">
      <b>{t(`holding.cause.${held.cause ?? 'Mediator'}`)}</b>
      {held.reason !== null && <span>{t('ui.colon', { before: t('holding.reason'), after: held.reason })}</span>}
      <blockquote className="held-text">{held.text}</blockquote>
      <Refused error={take.error} />
      <div className="row"><Button compact onClick={back} busy={take.isPending} data-testid="held-take">{t('holding.take')}</Button></div>
    </article>
  )
}
