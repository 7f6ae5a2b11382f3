import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomView } from '@/contracts/realtime'
import { arrange } from '@/features/rooms/pane-layout'
import type { RoomSide } from '@/features/rooms/wrong-room-guard'
import { usePreferences } from '@/lib/preferences'
import { Empty } from '@/ui/states'
import { Pane } from './pane'
import { nameOf } from './room-words'
import { sideOf, type Desk } from './use-desk'

interface Props {
  desk: Desk
  rooms: readonly RoomView[]
  visible: boolean
  titleOf: (caseId: string | null) => string
  onCase: (caseId: string, side: 'case' | 'agreement') => void
}

/** The open rooms side by side, as many as the window is wide enough for. */
export function Panes({ desk, rooms, visible, titleOf, onCase }: Props) {
  const { t, i18n } = useTranslation()
  const area = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(area)
  const elder = usePreferences().size === 'elder'
  const { shown, columns } = arrange(desk.layout, width, height, elder ? 1.4 : 1)
  const views = desk.layout.rooms.map((id) => rooms.find((room) => room.id === id))
  const rows = Math.ceil(shown.length / columns)
  const { column, row } = desk.layout.split
  const sides = useSides(rooms)
  return (
    <div className="panes">
      {shown.length < desk.layout.rooms.length && (
        <div className="pane-tabs" role="tablist" aria-label={t('console.pane.tabs')}>
          {views.map((view, index) => view && (
            <button key={view.id} type="button" role="tab" aria-selected={desk.active === view.id} data-colour={view.colour} data-kind={view.kind} onClick={() => desk.focus(index)} data-testid="pane-tab" data-room={view.id}>
              <span className="tab-dot" aria-hidden="true" />{nameOf(view, i18n.language)}{numberOf(view.caseNumber)}{view.unread > 0 && <span className="badge count">{view.unread}</span>}
            </button>
          ))}
        </div>
      )}
      <div
        className="pane-grid" ref={area} data-testid="panes" data-columns={columns}
        style={{ gridTemplateColumns: columns === 2 ? `minmax(0, ${column}fr) minmax(0, ${1 - column}fr)` : `repeat(${columns}, minmax(0, 1fr))`, gridTemplateRows: rows === 2 ? `minmax(0, ${row}fr) minmax(0, ${1 - row}fr)` : 'minmax(0, 1fr)' }}
      >
        {width > 0 && views.map((view, index) => view && shown.includes(view.id) && (
          <Pane key={view.id} view={view} index={index} desk={desk} visible={visible} title={titleOf(view.caseId)} sides={sides} onCase={onCase} />
        ))}
        {shown.length === 0 && <Empty title={t('console.pane.none')}><p className="soft">{t('console.pane.noneText')}</p></Empty>}
        {columns === 2 && <Divider edge="column" share={column} move={desk.resize} area={area} />}
        {rows === 2 && <Divider edge="row" share={row} move={desk.resize} area={area} />}
      </div>
    </div>
  )
}

/** Joint rooms all have the same name: the end of the case's number tells them apart. */
function numberOf(caseNumber: string | null) {
  const last = caseNumber === null ? undefined : /0*(\d+)\D*$/.exec(caseNumber)?.[1]
  return last === undefined ? null : <span className="soft small number">{last}</span>
}

/** The same list for as long as no room comes, goes or is named anew; what is said in them changes nothing here. */
function useSides(rooms: readonly RoomView[]): readonly RoomSide[] {
  const now = JSON.stringify(rooms.map(sideOf).sort((a, b) => a.id.localeCompare(b.id)))
  return useMemo(() => JSON.parse(now) as RoomSide[], [now])
}

function useSize(element: React.RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const watched = element.current
    if (!watched) return
    const measure = () => setSize({ width: watched.clientWidth, height: watched.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return size
}

interface DividerProps {
  edge: 'column' | 'row'
  share: number
  move: (edge: 'column' | 'row', share: number) => void
  area: React.RefObject<HTMLElement | null>
}

/** Moves by pointer or by arrow keys. */
function Divider({ edge, share, move, area }: DividerProps) {
  const { t } = useTranslation()
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !area.current) return
    const box = area.current.getBoundingClientRect()
    move(edge, edge === 'column' ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height)
  }
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -0.05 : event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 0.05 : 0
    if (step !== 0) { event.preventDefault(); move(edge, share + step) }
  }
  return (
    <div
      className="pane-divider" data-edge={edge} style={edge === 'column' ? { insetInlineStart: `${share * 100}%` } : { top: `${share * 100}%` }}
      role="separator" tabIndex={0} aria-orientation={edge === 'column' ? 'vertical' : 'horizontal'} aria-label={t('console.pane.divider')} aria-valuenow={Math.round(share * 100)} aria-valuemin={20} aria-valuemax={80}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)} onPointerMove={drag} onKeyDown={press}
    />
  )
}
