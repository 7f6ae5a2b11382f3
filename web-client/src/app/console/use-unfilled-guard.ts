import { useCallback, useState } from 'react'
import { unfilledIn } from '@/features/rooms/snippets/fill'
import { useEngine } from '@/realtime'

type Send = () => Promise<void>

/** Words in which a variable still stands are asked about before they go on to the next guard. */
export function useUnfilledGuard(roomId: string, next: (send: Send) => void) {
  const engine = useEngine()
  const [held, setHeld] = useState<{ text: string; send: Send } | null>(null)
  const guard = useCallback((send: Send) => {
    const text = engine.drafts.texts.get()[roomId] ?? ''
    if (unfilledIn(text).length > 0) setHeld({ text, send })
    else next(send)
  }, [engine, roomId, next])
  const settle = (goes: boolean) => {
    setHeld(null)
    if (goes && held) next(held.send)
  }
  return { asked: held?.text ?? null, guard, settle }
}
