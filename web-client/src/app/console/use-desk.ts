import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import type { RoomView } from '@/contracts/realtime'
import { closeRoom, focusPane, keepOnly, loadLayout, openBeside, openRoom, resize, saveLayout, withPreset, type PaneLayout, type PanePreset } from '@/features/rooms/pane-layout'
import { WrongRoomGuard, type RoomSide } from '@/features/rooms/wrong-room-guard'
import { useEngine } from '@/realtime'

/** The mediator's desk: which rooms lie open on it, which of them has the keyboard, and the guard between them. */
export interface Desk {
  readonly layout: PaneLayout
  readonly active: string | undefined
  readonly guard: WrongRoomGuard
  /** Counts requests to bring the keyboard into the active pane. */
  readonly called: number
  readonly open: (roomId: string) => void
  readonly openBeside: (roomId: string) => void
  readonly close: (roomId: string) => void
  /** `call`: the keyboard is to go there too (a click has put it there already). */
  readonly focus: (index: number, call?: boolean) => void
  /** Something in this room's pane has been touched, wherever the pane stands by now. */
  readonly toFront: (roomId: string) => void
  readonly preset: (preset: PanePreset) => void
  readonly resize: (edge: 'column' | 'row', share: number) => void
}

export const sideOf = (room: RoomView): RoomSide => ({ id: room.id, kind: room.kind, name: room.name })

export function useDesk(rooms: readonly RoomView[] | null): Desk {
  const engine = useEngine()
  const me = engine.personId
  const [layout, setLayout] = useState(() => readLayout(me))
  const [called, setCalled] = useState(0)
  const [guard] = useState(() => new WrongRoomGuard())
  const active = layout.rooms[layout.active]

  useEffect(() => keepLayout(me, layout), [me, layout])
  useEffect(() => {
    if (rooms) setLayout((now) => keepOnly(now, new Set(rooms.map((room) => room.id))))
  }, [rooms])
  // Open rooms are attended, whether or not the window is wide enough to show all of them: their people see the mediator present.
  const openRooms = layout.rooms.join(' ')
  useEffect(() => {
    const leave = openRooms.split(' ').filter(Boolean).map((roomId) => engine.want(roomId))
    return () => leave.forEach((leaveOne) => leaveOne())
  }, [engine, openRooms])
  // Before anything can be pressed in the pane that has come to the front.
  useLayoutEffect(() => {
    const room = rooms?.find((one) => one.id === active)
    if (room) guard.focus(sideOf(room))
  }, [guard, rooms, active])

  const change = useCallback((act: (layout: PaneLayout) => PaneLayout, call = false) => {
    setLayout(act)
    if (call) setCalled((count) => count + 1)
  }, [])
  return useMemo(() => ({
    layout, active, guard, called,
    open: (roomId) => change((now) => openRoom(now, roomId), true),
    openBeside: (roomId) => change((now) => openBeside(now, roomId), true),
    close: (roomId) => change((now) => closeRoom(now, roomId)),
    focus: (index, call = false) => change((now) => focusPane(now, index), call),
    toFront: (roomId) => change((now) => focusPane(now, now.rooms.indexOf(roomId))),
    preset: (preset) => change((now) => withPreset(now, preset)),
    resize: (edge, share) => change((now) => resize(now, edge, share)),
  }), [layout, active, guard, called, change])
}

function readLayout(personId: string): PaneLayout {
  try {
    return loadLayout(personId)
  } catch {
    return loadLayout(personId, { getItem: () => null }) // storage is closed to us: an empty desk
  }
}

function keepLayout(personId: string, layout: PaneLayout): void {
  try {
    saveLayout(personId, layout)
  } catch {
    // A private window: the arrangement holds for this page only.
  }
}
