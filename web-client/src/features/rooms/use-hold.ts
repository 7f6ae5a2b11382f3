import { useCallback, useEffect, useRef, type RefObject } from 'react'
import type { Rows } from './use-rows'

export interface Held {
  readonly index: number
  /** The row, once it stands in the page. */
  readonly find: () => Element | null
  /** How far below the list's upper edge the row is wanted, in pixels. */
  readonly at: (row: DOMRect, list: DOMRect) => number
}

const longest = 40
const calmAfter = 3
const ofTheReader = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

/** Brings a row to its place and keeps it there until the rows around it have been measured, or until the reader moves on by himself. */
export function useHold(list: RefObject<HTMLElement | null>, rows: Rows) {
  const frame = useRef(0)
  const stop = useCallback(() => {
    cancelAnimationFrame(frame.current)
    frame.current = 0
  }, [])
  useEffect(() => {
    const element = list.current
    for (const act of ofTheReader) element?.addEventListener(act, stop, { passive: true })
    return () => {
      stop()
      for (const act of ofTheReader) element?.removeEventListener(act, stop)
    }
  }, [list, stop])
  /** Resolves when the row stands still; a hold that another one replaces never does. */
  return useCallback((held: Held, done: () => void = () => undefined) => {
    stop()
    let calm = 0
    let left = longest
    const look = () => {
      const element = list.current
      if (!element) return
      calm = place(element, rows, held) ? calm + 1 : 0
      if (calm < calmAfter && --left > 0) frame.current = requestAnimationFrame(look)
      else done()
    }
    look()
  }, [list, rows, stop])
}

/** @returns whether nothing had to be moved. */
function place(list: HTMLElement, rows: Rows, { index, find, at }: Held): boolean {
  const before = list.scrollTop
  const row = find()
  if (row === null) {
    const [top] = rows.getOffsetForIndex(index, 'center') ?? [0]
    list.scrollTop = top
    return false
  }
  const [box, edge] = [row.getBoundingClientRect(), list.getBoundingClientRect()]
  const off = box.top - edge.top - at(box, edge)
  if (Math.abs(off) > 1) list.scrollTop += off
  return Math.abs(list.scrollTop - before) <= 1
}
