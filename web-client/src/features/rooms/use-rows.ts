import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'

export type Rows = Virtualizer<HTMLDivElement, HTMLDivElement>

export interface PlacedRow {
  readonly index: number
  /** Pixels from the top of the run; null while every row stands in the page's own flow. */
  readonly top: number | null
}

/** Up to here every row stands in the page: the browser's own search, a screen reader and the Tab key reach all of it. */
const whole = 150
/** Rows kept ready above and below what is in view. */
const ready = 24
/** A line of text with its name, before it has been measured. */
const guessed = 92

/**
 * Which rows of a list stand in the page. A long list has only those near the view, and the one that holds the focus; on paper it has all of them.
 * @param stands whether something stands above the run
 * @param keyOf the same for the same row, wherever it stands in the list
 */
export function useRows(list: RefObject<HTMLDivElement | null>, run: RefObject<HTMLDivElement | null>, count: number, keyOf: (index: number) => string | number, stands: boolean) {
  const printing = usePrinting()
  const focused = useRef<number | null>(null)
  const [margin, setMargin] = useState(0)
  const rangeExtractor = useCallback((range: Range) => {
    const near = defaultRangeExtractor(range)
    const held = focused.current
    return held === null || held >= range.count || near.includes(held) ? near : [...near, held].sort((a, b) => a - b)
  }, [])
  const rows = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count, getScrollElement: () => list.current, estimateSize: () => guessed, overscan: ready, scrollMargin: margin, getItemKey: keyOf, rangeExtractor, useFlushSync: false,
  })
  const all = printing || count <= whole
  // What stands above the run (a button that reads further back) comes and goes.
  useLayoutEffect(() => setMargin(run.current?.offsetTop ?? 0), [run, count, stands])
  const placed: readonly PlacedRow[] = all
    ? Array.from({ length: count }, (_, index) => ({ index, top: null }))
    : rows.getVirtualItems().map(({ index, start }) => ({ index, top: start - margin }))
  const focus = {
    onFocus: (event: FocusEvent) => {
      const row = event.target.closest<HTMLElement>('[data-index]')
      focused.current = row === null ? null : Number(row.dataset.index)
    },
    onBlur: () => (focused.current = null),
  }
  return { rows, placed, height: all ? undefined : rows.getTotalSize(), focus }
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    // The paper is drawn as soon as this returns.
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return printing
}
