import { useTranslation } from 'react-i18next'
import type { AgendaItemView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import type { RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Refused } from '@/ui/states'
import { asClock, minutesTaken, secondsLeft } from './spent'
import { useAgenda, useAgendaAct, useRecordNow } from './use-agenda'
import './agenda.css'

/** Where the talk stands: the point that runs and its time, the rest behind one press. It only tells; nothing is cut off by it. */
export function AgendaBar({ room }: { room: RoomHandle }) {
  const { t } = useTranslation()
  const agenda = useAgenda(room).data
  const open = room.snapshot?.room.state === 'Open'
  const running = agenda?.items.find((one) => one.startedAt !== null && one.endedAt === null)
  const now = useRecordNow(agenda?.ahead ?? 0, open && running !== undefined)
  if (!agenda || agenda.items.length === 0) return null
  const next = agenda.items.find((one) => one.startedAt === null)
  const done = agenda.items.filter((one) => one.endedAt !== null).length
  const left = running ? secondsLeft(running, now) : 0
  return (
    <details className="agenda-bar" data-testid="agenda-bar" data-over={running !== undefined && left < 0}>
      <summary>
        <span className="agenda-now">
          <span className="soft small">{t('agenda.count', { done, all: agenda.items.length })}</span>{' '}
          <b>{running?.title ?? (next ? t('agenda.next', { title: next.title }) : t('agenda.allDone'))}</b>
          {running?.speaker != null && <span className="soft small"> · {running.speaker}</span>}
        </span>
        {running && open && <span className="agenda-time number" role="timer" aria-live="off" data-testid="agenda-time" data-left={left}><Icon name="clock" size={16} /> {t(left < 0 ? 'agenda.over' : 'agenda.left', { time: asClock(left) })}</span>}
      </summary>
      <ol className="agenda-list" data-testid="agenda-list">{agenda.items.map((item) => <Point key={item.id} room={room} item={item} edits={agenda.mayEdit && open} isNext={item.id === next?.id} />)}</ol>
    </details>
  )
}

function Point({ room, item, edits, isNext }: { room: RoomHandle; item: AgendaItemView; edits: boolean; isNext: boolean }) {
  const { t } = useTranslation()
  const path = { roomId: room.roomId, itemId: item.id }
  const start = useAgendaAct(room.roomId, () => api('POST /rooms/{roomId}/agenda/{itemId}/start', { path }))
  const end = useAgendaAct(room.roomId, () => api('POST /rooms/{roomId}/agenda/{itemId}/end', { path }))
  const state = item.endedAt !== null ? 'done' : item.startedAt !== null ? 'runs' : 'comes'
  return (
    <li data-testid="agenda-item" data-state={state} aria-current={state === 'runs' ? 'step' : undefined}>
      <span className="agenda-title">{item.title}{item.speaker !== null && <span className="soft small"> · {item.speaker}</span>}</span>
      <span className="soft small number">{state === 'done' ? t('agenda.took', { minutes: minutesTaken(item), planned: item.minutes }) : t('agenda.minutes', { minutes: item.minutes })}</span>
      {edits && state === 'comes' && <Button compact look={isNext ? 'main' : 'quiet'} busy={start.isPending} onClick={() => start.mutate(undefined)} data-testid="agenda-start">{t('agenda.start')}</Button>}
      {edits && state === 'runs' && <Button compact look="quiet" busy={end.isPending} onClick={() => end.mutate(undefined)} data-testid="agenda-end">{t('agenda.end')}</Button>}
      <Refused error={start.error ?? end.error} />
    </li>
  )
}
