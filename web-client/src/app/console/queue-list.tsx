import { Fragment, memo, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RoomView } from '@/contracts/realtime'
import { neighbour } from '@/features/rooms/pane-layout'
import { isEnglish } from '@/lib/sentence'
import { daysUntil } from '@/lib/time'
import type { Queue, QueueItem } from './queue-order'
import { lookOf, nameOf } from './room-words'
import { useCalmOrder } from './use-calm-order'

interface Props {
  queue: Queue
  openRooms: readonly string[]
  onRoom: (roomId: string) => void
  onCase: (caseId: string) => void
  /** What follows the running cases and the standing rooms. */
  children?: ReactNode
}

/** The mediator's own queue with the rooms of each case: what is pressing first, who waits, what is unread. */
export function QueueList({ queue, openRooms, onRoom, onCase, children }: Props) {
  const { t } = useTranslation()
  const list = useRef<HTMLElement>(null)
  const running = useCalmOrder(queue.running)
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'j' || event.key === 'ArrowDown' ? 1 : event.key === 'k' || event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    walkList(list.current, step)
  }
  const room = (one: RoomView) => <RoomRow key={one.id} room={one} pane={openRooms.indexOf(one.id)} open={onRoom} />
  const item = (one: QueueItem) => (
    <li key={one.case.id} className="queue-case" data-testid="queue-case" data-case={one.case.id} data-pressing={one.pressing}>
      <CaseRow case_={one.case} pressing={one.pressing} open={onCase} />
      {one.rooms.map(room)}
    </li>
  )
  const nothing = queue.toAnswer.length + queue.running.length + queue.standing.length + queue.panels.length === 0
  return (
    <nav className="queue" ref={list} onKeyDown={walk} {...running.watch} aria-label={t('console.queue.title')} data-testid="queue">
      {queue.toAnswer.length > 0 && <><h2 className="queue-head">{t('console.queue.toAnswer')} <span className="badge stop">{queue.toAnswer.length}</span></h2><ul className="plain">{queue.toAnswer.map(item)}</ul></>}
      {queue.running.length > 0 && <><h2 className="queue-head">{t('console.queue.running')} <span className="badge">{queue.running.length}</span></h2><ul className="plain">{running.shown.map(item)}</ul></>}
      {queue.panels.length > 0 && <><h2 className="queue-head">{t('console.queue.panels')}</h2><div className="queue-case" data-testid="queue-panels">{queue.panels.map((one) => <Fragment key={one.id}><p className="soft small number queue-of">{one.caseNumber}</p>{room(one)}</Fragment>)}</div></>}
      {queue.standing.length > 0 && <><h2 className="queue-head">{t('console.queue.standing')} <Link className="small" to="/enterprises" data-testid="to-enterprises">{t('enterprises.title')}</Link></h2><div className="queue-case">{queue.standing.map(room)}</div></>}
      {children}
      {nothing && <p className="soft queue-none">{t('console.queue.none')}</p>}
      {queue.ended.length > 0 && <details className="queue-ended"><summary>{t('console.queue.ended')} · {queue.ended.length}</summary><div className="queue-case">{queue.ended.map(room)}</div></details>}
    </nav>
  )
}

/** Moves the keyboard to the neighbour of the row it is on; wraps around. */
export function walkList(list: HTMLElement | null, step: 1 | -1): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].filter((row) => row.checkVisibility())
  const here = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.row : undefined
  const next = neighbour(rows.flatMap((row) => row.dataset.row ?? []), here, step)
  rows.find((row) => row.dataset.row === next)?.focus()
}

const CaseRow = memo(function CaseRow({ case_: one, pressing, open }: { case_: QueueItem['case']; pressing: boolean; open: (caseId: string) => void }) {
  const { t, i18n } = useTranslation()
  const clock = one.nextClock
  const days = clock === null ? 0 : daysUntil(clock.dueAt)
  return (
    <button type="button" className="queue-row case-row" data-row={one.id} onClick={() => open(one.id)} data-testid="queue-open-case">
      <span className="queue-title">{one.title}</span>
      <span className="soft small number">{one.number}</span>
      <span className="row queue-marks">
        <span className="badge accent">{t(`cases.stage.${one.stage}`)}</span>
        {clock !== null && <span className={`badge ${pressing ? 'stop' : ''}`} title={`${isEnglish(i18n.language) ? clock.en : clock.zh} · ${clock.article}`}>{clock.suspendedSince ? t('cases.paused') : clock.running && days >= 0 ? t('cases.daysLeft', { count: days }) : t('cases.overdue')}</span>}
      </span>
    </button>
  )
})

const RoomRow = memo(function RoomRow({ room, pane, open }: { room: RoomView; pane: number; open: (roomId: string) => void }) {
  const { t, i18n } = useTranslation()
  return (
    <button type="button" className="queue-row room-row" data-row={room.id} data-colour={room.colour} data-look={lookOf(room.kind)} data-open={pane >= 0} onClick={() => open(room.id)} data-testid="queue-room" data-room={room.id} data-kind={room.kind}>
      <span className="room-mark" aria-hidden="true">{pane >= 0 ? pane + 1 : ''}</span>
      <span className="queue-title">{nameOf(room, i18n.language)}</span>
      <span className="row queue-marks">
        {room.waiting > 0 && <span className="badge wait" data-testid="room-waiting">{t('console.queue.waiting', { count: room.waiting })}</span>}
        {room.held > 0 && <span className="badge wait" data-testid="room-held">{t('holding.badge', { count: room.held })}</span>}
        {room.unread > 0 && <span className="badge count" aria-label={t('app.my.unread', { count: room.unread })} data-testid="room-unread">{room.unread}</span>}
        {room.waiting === 0 && room.held === 0 && room.unread === 0 && <span className="soft small">{t(`rooms.state.${room.state}`)}</span>}
      </span>
    </button>
  )
})
