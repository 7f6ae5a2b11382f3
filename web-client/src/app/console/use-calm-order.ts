import { useMemo, useRef, useState } from 'react'
import type { QueueItem } from './queue-order'

/** The order that was, with what is new in its new place: rows must not move away under the pointer. */
export function keepOrder(before: readonly string[], items: readonly QueueItem[]): QueueItem[] {
  const known = new Map(items.map((item) => [item.case.id, item]))
  const kept = before.flatMap((id) => known.get(id) ?? [])
  const there = new Set(before)
  const made = [...kept]
  for (const [at, item] of items.entries()) if (!there.has(item.case.id)) made.splice(Math.min(at, made.length), 0, item)
  return made
}

/** While the pointer or the keyboard is in the list its rows stay where they are; they are sorted anew when it is left. */
export function useCalmOrder(items: readonly QueueItem[]) {
  const [inside, setInside] = useState({ pointer: false, keyboard: false })
  const order = useRef<readonly string[]>([])
  const calm = inside.pointer || inside.keyboard
  const shown = useMemo(() => {
    const now = calm ? keepOrder(order.current, items) : [...items]
    order.current = now.map((item) => item.case.id)
    return now
  }, [calm, items])
  return {
    shown,
    watch: {
      onPointerEnter: () => setInside((now) => ({ ...now, pointer: true })),
      onPointerLeave: () => setInside((now) => ({ ...now, pointer: false })),
      onFocus: () => setInside((now) => ({ ...now, keyboard: true })),
      onBlur: () => setInside((now) => ({ ...now, keyboard: false })),
    },
  }
}
