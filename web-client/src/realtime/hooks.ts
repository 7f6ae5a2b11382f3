import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { CallView, ChangeTopic, RoomView } from '@/contracts/realtime'
import type { Refusal } from '@/lib/refusal'
import { useEngine } from './context'
import type { OutboxItem } from './outbox'
import { missingAfter } from './room-log'
import { newRoom, unreadOf, type RoomNow } from './room-now'
import type { Signal } from './signal'

export function useSignal<T>(signal: Signal<T>): T {
  return useSyncExternalStore(signal.watch, signal.get)
}

/** A part of a signal's value: whoever shows it is called on only when that part has changed. */
function usePart<T, P>(signal: Signal<T>, part: (value: T) => P): P {
  return useSyncExternalStore(signal.watch, () => part(signal.get()))
}

export interface RoomHandle extends RoomNow {
  readonly unread: number
  readonly pending: readonly OutboxItem[]
  readonly loadEarlier: () => Promise<void>
  readonly loadBackTo: (sequence: number) => Promise<void>
  /** To be called while the end of the list is in view. */
  readonly forgetEarlier: () => void
  readonly markRead: () => void
}

/** Enters a room while the component is mounted and gives what is known of it. Several panes may show the same room. */
export function useRoom(roomId: string): RoomHandle {
  const engine = useEngine()
  const known = usePart(engine.rooms, (rooms) => rooms[roomId])
  const outbox = useSignal(engine.outbox.items)
  useEffect(() => engine.want(roomId), [engine, roomId])
  const room = known ?? newRoom(roomId)
  const pending = useMemo(() => outbox.filter((item) => item.roomId === roomId), [outbox, roomId])
  const loadEarlier = useCallback(() => engine.reading.earlier(roomId), [engine, roomId])
  const loadBackTo = useCallback((sequence: number) => engine.reading.backTo(roomId, sequence), [engine, roomId])
  const forgetEarlier = useCallback(() => engine.forgetEarlier(roomId), [engine, roomId])
  const markRead = useCallback(() => engine.markRead(roomId), [engine, roomId])
  return { ...room, unread: unreadOf(room, engine.personId), pending, loadEarlier, loadBackTo, forgetEarlier, markRead }
}

/**
 * The rooms this person is on the roster of, with unread and waiting counts; null until the service answered.
 * @param every Milliseconds after which the list is asked again by itself.
 */
export function useRooms(every = 30_000): { rooms: readonly RoomView[] | null; failed: boolean; refresh: () => void } {
  const engine = useEngine()
  const rooms = useSignal(engine.list)
  const [failed, setFailed] = useState(false)
  const refresh = useCallback(() => {
    engine.refreshList().then(() => setFailed(false), () => setFailed(true))
  }, [engine])
  useEffect(() => {
    refresh()
    // A nudge may be lost; a list that is half a minute old is asked again.
    const timer = setInterval(refresh, every)
    return () => clearInterval(timer)
  }, [refresh, every])
  return { rooms, failed, refresh }
}

export interface ComposerHandle {
  readonly draft: string
  readonly setDraft: (text: string) => void
  /** Sends the draft; resolves when it is safe on this device. */
  readonly send: (replyTo?: number | null) => Promise<void>
  /** Why the last message came back into the draft. */
  readonly returned: Refusal | null
  readonly dismissReturned: () => void
  readonly typing: (typing: boolean) => void
  /** Drafts cannot be kept on this device (private window, full disk). */
  readonly storageFailed: boolean
}

export function useComposer(roomId: string): ComposerHandle {
  const engine = useEngine()
  const draft = usePart(engine.drafts.texts, (texts) => texts[roomId] ?? '')
  const returned = usePart(engine.returned, (reasons) => reasons[roomId] ?? null)
  const storageFailed = useSignal(engine.storageFailed)
  const dismissReturned = useCallback(() => engine.returned.update(({ [roomId]: _, ...rest }) => rest), [engine, roomId])
  const setDraft = useCallback((text: string) => engine.drafts.write(roomId, text), [engine, roomId])
  const typing = useCallback((now: boolean) => engine.typing(roomId, now), [engine, roomId])
  const send = useCallback(async (replyTo: number | null = null) => {
    const text = (engine.drafts.texts.get()[roomId] ?? '').trim()
    if (text === '') return
    dismissReturned()
    engine.typing(roomId, false)
    await engine.outbox.send(roomId, text, replyTo, engine.drafts.emptied(roomId))
  }, [engine, roomId, dismissReturned])
  return { draft, setDraft, send, returned, dismissReturned, typing, storageFailed }
}

export type ConnectionState =
  | { readonly is: 'connecting' }
  | { readonly is: 'catching-up' }
  | { readonly is: 'caught-up' }
  | { readonly is: 'offline'; readonly since: number }
  | { readonly is: 'signed-out' }

/** What the banner says. All caught up only when the line is up and every shown room has reached its head. */
export function useConnectionState(): ConnectionState {
  const engine = useEngine()
  const link = useSignal(engine.link.state)
  const behind = usePart(engine.rooms, (rooms) => Object.values(rooms).some((room) => !room.entered || missingAfter(room.log) !== null))
  if (link.is === 'offline') return link
  if (link.is === 'signed-out') return link
  if (link.is === 'connecting' && link.since !== null) return { is: 'offline', since: link.since }
  if (link.is !== 'up') return { is: 'connecting' }
  return behind ? { is: 'catching-up' } : { is: 'caught-up' }
}

/** Who is in the room's call; null until the service has told. */
export function useCall(roomId: string): CallView | null {
  return useCalls()[roomId] ?? null
}

/** The calls of all rooms of this person that the service has told of. */
export function useCalls(): Readonly<Record<string, CallView>> {
  return useSignal(useEngine().calls)
}

/** Personal nudges: ask again for what is shown of this. */
export function useChanges(watcher: (topic: ChangeTopic, id: string) => void): void {
  const engine = useEngine()
  useEffect(() => engine.watchChanges(watcher), [engine, watcher])
}
