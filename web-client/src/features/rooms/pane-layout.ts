/** Which rooms a mediator has open beside each other, and how much of the screen each gets. */
export interface PaneLayout {
  /** How many panes fit: one, two side by side, or a grid of four. */
  readonly preset: PanePreset
  /** Open rooms in pane order; never more than the preset, never twice the same. */
  readonly rooms: readonly string[]
  /** Index into rooms of the pane that has the keyboard. */
  readonly active: number
  /** Share of the left column and of the upper row, 0.2–0.8. */
  readonly split: { readonly column: number; readonly row: number }
}

export type PanePreset = 1 | 2 | 4

export const emptyLayout: PaneLayout = { preset: 2, rooms: [], active: 0, split: { column: 0.5, row: 0.5 } }

const within = (share: number) => Math.min(0.8, Math.max(0.2, share))
const activeWithin = (active: number, rooms: readonly string[]) => Math.max(0, Math.min(active, rooms.length - 1))

/** Opens the room, or moves the focus to it; with every pane taken it replaces the active one. */
export function openRoom(layout: PaneLayout, roomId: string): PaneLayout {
  const there = layout.rooms.indexOf(roomId)
  if (there >= 0) return { ...layout, active: there }
  if (layout.rooms.length < layout.preset) return { ...layout, rooms: [...layout.rooms, roomId], active: layout.rooms.length }
  const active = activeWithin(layout.active, layout.rooms)
  return { ...layout, active, rooms: layout.rooms.map((room, index) => (index === active ? roomId : room)) }
}

/** Opens the room without giving up another: with every pane taken there is room for more, while there can be. */
export function openBeside(layout: PaneLayout, roomId: string): PaneLayout {
  const full = layout.rooms.length >= layout.preset && !layout.rooms.includes(roomId)
  return openRoom(full && layout.preset < 4 ? { ...layout, preset: layout.preset === 1 ? 2 : 4 } : layout, roomId)
}

export function closeRoom(layout: PaneLayout, roomId: string): PaneLayout {
  const at = layout.rooms.indexOf(roomId)
  if (at < 0) return layout
  const rooms = layout.rooms.filter((room) => room !== roomId)
  return { ...layout, rooms, active: activeWithin(layout.active > at ? layout.active - 1 : layout.active, rooms) }
}

export function focusPane(layout: PaneLayout, index: number): PaneLayout {
  return index >= 0 && index < layout.rooms.length && index !== layout.active ? { ...layout, active: index } : layout
}

/** A smaller preset keeps the active pane and the ones nearest to it in order. */
export function withPreset(layout: PaneLayout, preset: PanePreset): PaneLayout {
  const activeRoom = layout.rooms[layout.active]
  let rooms = layout.rooms.slice(0, preset)
  if (activeRoom && !rooms.includes(activeRoom)) rooms = [...rooms.slice(0, preset - 1), activeRoom]
  return { ...layout, preset, rooms, active: activeRoom ? rooms.indexOf(activeRoom) : 0 }
}

/** Narrower than this a pane cannot show a line of speech, lower not even a few. In CSS px at the normal size of text. */
export const smallestPane = { width: 330, height: 370 }

/**
 * What of the open rooms fits into an area of this size (CSS px): side by side when each column stays wide enough, else in two
 * rows, else only the active one and its neighbours. Rooms that do not fit stay open.
 * @param scale How much larger than normal the text is.
 */
export function arrange(layout: PaneLayout, width: number, height: number, scale = 1): { readonly shown: readonly string[]; readonly columns: number } {
  const count = layout.rooms.length
  const fits = Math.max(1, Math.floor(width / (smallestPane.width * scale)))
  const rows = count > 2 && fits > 1 && fits < count && height >= 2 * smallestPane.height * scale ? 2 : 1
  const columns = Math.max(1, Math.min(fits, Math.ceil(count / rows)))
  const places = Math.min(count, columns * rows)
  const start = Math.max(0, Math.min(layout.active - places + 1, count - places))
  const from = layout.active < start ? layout.active : start
  return { shown: layout.rooms.slice(from, from + places), columns }
}

export function resize(layout: PaneLayout, edge: 'column' | 'row', share: number): PaneLayout {
  return { ...layout, split: { ...layout.split, [edge]: within(share) } }
}

/** Drops rooms that the person no longer has (removed, mandate revoked, case handed on). */
export function keepOnly(layout: PaneLayout, known: ReadonlySet<string>): PaneLayout {
  return layout.rooms.every((room) => known.has(room))
    ? layout
    : layout.rooms.filter((room) => !known.has(room)).reduce((left, room) => closeRoom(left, room), layout)
}

/** The neighbour of the active room in the order of the list (J and K); wraps around. */
export function neighbour(ordered: readonly string[], current: string | undefined, step: 1 | -1): string | undefined {
  if (ordered.length === 0) return undefined
  const at = current === undefined ? -1 : ordered.indexOf(current)
  if (at < 0) return step === 1 ? ordered[0] : ordered[ordered.length - 1]
  return ordered[(at + step + ordered.length) % ordered.length]
}

const keyOf = (personId: string) => `odr.panes.${personId}`

export function loadLayout(personId: string, storage: Pick<Storage, 'getItem'> = localStorage): PaneLayout {
  const text = storage.getItem(keyOf(personId))
  if (!text) return emptyLayout
  try {
    return sane(JSON.parse(text))
  } catch {
    // A half-written or foreign value costs the arrangement, not the console.
    return emptyLayout
  }
}

/** Stores room ids and sizes only; nothing of a room's content ever goes to local storage from here. */
export function saveLayout(personId: string, layout: PaneLayout, storage: Pick<Storage, 'setItem'> = localStorage): void {
  storage.setItem(keyOf(personId), JSON.stringify(layout))
}

function sane(value: unknown): PaneLayout {
  if (typeof value !== 'object' || value === null) return emptyLayout
  const { preset, rooms, active, split } = value as Record<string, unknown>
  const chosen: PanePreset = preset === 1 || preset === 4 ? preset : 2
  const listed = Array.isArray(rooms) ? [...new Set(rooms.filter((room): room is string => typeof room === 'string'))].slice(0, chosen) : []
  const shares = (typeof split === 'object' && split !== null ? split : {}) as Record<string, unknown>
  return {
    preset: chosen,
    rooms: listed,
    active: activeWithin(typeof active === 'number' ? Math.trunc(active) : 0, listed),
    split: { column: shareOf(shares.column), row: shareOf(shares.row) },
  }
}

const shareOf = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? within(value) : 0.5)
