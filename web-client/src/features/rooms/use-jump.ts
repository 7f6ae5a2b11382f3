import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { RoomHandle } from '@/realtime'

const shown = 3_000

/** Brings an entry into view, reading further back when it is not held yet, and shows for a moment which one it is. */
export function useJump(room: RoomHandle, list: RefObject<HTMLElement | null>, { stay, arrived }: { stay: () => void; arrived: () => void }, goTo: number | null) {
  const [aim, setAim] = useState<{ sequence: number } | null>(null)
  const { loadBackTo } = room
  const jump = useCallback(async (sequence: number) => {
    stay()
    try {
      await loadBackTo(sequence)
    } finally {
      setAim({ sequence })
    }
  }, [loadBackTo, stay])
  useLayoutEffect(() => {
    if (aim === null) return
    list.current?.querySelector(`[data-at="${aim.sequence}"]`)?.scrollIntoView({ block: 'center' })
    arrived()
    const timer = setTimeout(() => setAim(null), shown)
    return () => clearTimeout(timer)
  }, [aim, list, arrived])
  const gone = useRef<number | null>(null)
  const ready = room.log.base !== null
  useEffect(() => {
    if (goTo === null || !ready || gone.current === goTo) return
    gone.current = goTo
    void jump(goTo)
  }, [goTo, ready, jump])
  return { jump, aim: aim?.sequence ?? null }
}
