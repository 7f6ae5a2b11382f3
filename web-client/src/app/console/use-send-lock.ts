import { useEffect, useLayoutEffect, useState } from 'react'
import type { WrongRoomGuard } from '@/features/rooms/wrong-room-guard'

/** True while nothing may be sent from this pane: it has not got the keyboard, or has got it only a moment ago. */
export function useSendLock(guard: WrongRoomGuard, roomId: string, active: boolean): boolean {
  const [locked, setLocked] = useState(true)
  // The guard learns of a switch in a layout effect above, which runs after this one: asked a moment later it knows.
  useLayoutEffect(() => {
    if (!active) setLocked(true)
  }, [active])
  useEffect(() => {
    if (!active) return
    let timer: ReturnType<typeof setTimeout>
    const ask = () => {
      const left = guard.lockedFor(roomId)
      setLocked(left > 0)
      if (left > 0) timer = setTimeout(ask, left + 1)
    }
    ask()
    return () => clearTimeout(timer)
  }, [guard, roomId, active])
  return locked || !active
}
