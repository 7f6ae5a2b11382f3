import { useCallback, useEffect, useRef, useState } from 'react'
import { takeBackMs, type RoomSide, type WrongRoomGuard } from '@/features/rooms/wrong-room-guard'
import { useComposer } from '@/realtime'

export interface HeldSend {
  /** Whole seconds left in which it can be taken back; null when nothing is held. */
  readonly seconds: number | null
  /** For the composer: sends at once, or holds the words for five seconds first. */
  readonly guarded: (send: () => Promise<void>) => void
  readonly takeBack: () => void
  readonly sendNow: () => void
}

/** The first words to everybody after a private talk wait five seconds in the composer; changing them takes them back. */
export function useHeldSend(guard: WrongRoomGuard, room: RoomSide): HeldSend {
  const { draft } = useComposer(room.id)
  const held = useRef<{ send: () => Promise<void>; text: string } | null>(null)
  const [until, setUntil] = useState<number | null>(null)
  const [now, setNow] = useState(0)

  const takeBack = useCallback(() => {
    held.current = null
    setUntil(null)
  }, [])
  const sendNow = useCallback(() => {
    const going = held.current
    takeBack()
    if (going) void going.send()
  }, [takeBack])
  const guarded = useCallback((send: () => Promise<void>) => {
    if (guard.lockedFor(room.id) > 0) return
    if (!guard.holds(room)) return void send()
    if (held.current) return
    held.current = { send, text: draft }
    setNow(Date.now())
    setUntil(Date.now() + takeBackMs)
  }, [guard, room, draft])

  useEffect(() => {
    if (held.current && held.current.text !== draft) takeBack()
  }, [draft, takeBack])
  useEffect(() => {
    if (until === null) return
    const going = setTimeout(sendNow, Math.max(0, until - Date.now()))
    const counting = setInterval(() => setNow(Date.now()), 250)
    return () => {
      clearTimeout(going)
      clearInterval(counting)
    }
  }, [until, sendNow])
  return { seconds: until === null ? null : Math.max(1, Math.ceil((until - now) / 1_000)), guarded, takeBack, sendNow }
}
