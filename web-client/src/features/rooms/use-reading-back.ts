import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { RoomHandle } from '@/realtime'
import type { useHold } from './use-hold'

/** Reads an older page; what the reader has before him stays where it is while that page comes in above. */
export function useReadingBack(room: RoomHandle, list: RefObject<HTMLElement | null>, hold: ReturnType<typeof useHold>, indexOf: (sequence: number) => number) {
  const [loading, setLoading] = useState(false)
  const stands = useRef<{ sequence: number; top: number } | null>(null)
  const { loadEarlier } = room
  const { base } = room.log
  const earlier = useCallback(async () => {
    stands.current = firstInView(list.current)
    setLoading(true)
    try {
      await loadEarlier()
    } finally {
      setLoading(false)
    }
  }, [loadEarlier, list])
  const find = useRef(indexOf)
  find.current = indexOf
  useLayoutEffect(() => {
    const held = stands.current
    stands.current = null
    if (held !== null) hold({ index: find.current(held.sequence), find: () => list.current?.querySelector(`.message-row[data-at="${held.sequence}"]`) ?? null, at: () => held.top })
  }, [base, hold, list])
  return { earlier, loading }
}

/** The first row before the reader that does not change by what comes in above: the very first of the list may lose its day and its name. */
function firstInView(list: HTMLElement | null): { sequence: number; top: number } | null {
  if (!list) return null
  const edge = list.getBoundingClientRect().top
  let first: { sequence: number; top: number } | null = null
  for (const row of list.querySelectorAll<HTMLElement>('.message-row[data-at]')) {
    const { top, bottom } = row.getBoundingClientRect()
    if (bottom <= edge) continue
    first = { sequence: Number(row.dataset.at), top: top - edge }
    if (row.dataset.index !== '0') break
  }
  return first
}
