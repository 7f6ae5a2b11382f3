import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { RoomHandle } from '@/realtime'
import type { useHold } from './use-hold'

const shown = 3_000

interface Ways {
  stay: () => void
  arrived: () => void
  hold: ReturnType<typeof useHold>
  /** The row in which an entry stands. */
  indexOf: (sequence: number) => number
}

/** Brings an entry into view, reading further back when it is not held yet, and shows for a moment which one it is. */
export function useJump(room: RoomHandle, list: RefObject<HTMLElement | null>, { stay, arrived, hold, indexOf }: Ways, goTo: number | null) {
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
  const find = useRef(indexOf)
  find.current = indexOf
  useLayoutEffect(() => {
    if (aim === null) return
    const index = find.current(aim.sequence)
    if (index < 0) arrived()
    else hold({ index, find: () => list.current?.querySelector(`[data-at="${aim.sequence}"]`) ?? null, at: (row, within) => Math.max(8, (within.height - row.height) / 2) }, arrived)
    const timer = setTimeout(() => setAim(null), shown)
    return () => clearTimeout(timer)
  }, [aim, list, arrived, hold])
  const gone = useRef<number | null>(null)
  const ready = room.log.base !== null
  useEffect(() => {
    if (goTo === null || !ready || gone.current === goTo) return
    gone.current = goTo
    void jump(goTo)
  }, [goTo, ready, jump])
  return { jump, aim: aim?.sequence ?? null }
}
