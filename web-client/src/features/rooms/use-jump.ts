import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { RoomHandle } from '@/realtime'

const shown = 3_000

/** Brings an entry into view, reading further back when it is not held yet, and shows for a moment which one it is. */
export function useJump(room: RoomHandle, list: RefObject<HTMLElement | null>, stay: () => void, goTo: number | null) {
  const [aim, setAim] = useState<number | null>(null)
  const { loadBackTo } = room
  const jump = useCallback(async (sequence: number) => {
    stay()
    await loadBackTo(sequence)
    setAim(sequence)
    requestAnimationFrame(() => list.current?.querySelector(`[data-at="${sequence}"]`)?.scrollIntoView({ block: 'center' }))
  }, [list, loadBackTo, stay])
  useEffect(() => {
    if (aim === null) return
    const timer = setTimeout(() => setAim(null), shown)
    return () => clearTimeout(timer)
  }, [aim])
  const gone = useRef<number | null>(null)
  const ready = room.log.base !== null
  useEffect(() => {
    if (goTo === null || !ready || gone.current === goTo) return
    gone.current = goTo
    void jump(goTo)
  }, [goTo, ready, jump])
  return { jump, aim }
}
