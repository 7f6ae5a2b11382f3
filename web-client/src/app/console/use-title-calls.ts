import { useEffect, useRef } from 'react'

/** The browser is told of a new title no oftener than this: in eight rooms the number changes many times a second. */
const everyMs = 500

/** The tab says how many call: people who wait and entries that are unread. */
export function useTitleCalls(calls: number): void {
  const plain = useRef(document.title.replace(/^\(\d+\) /, ''))
  const shownAt = useRef(0)
  useEffect(() => {
    const show = () => {
      shownAt.current = Date.now()
      document.title = calls > 0 ? `(${calls}) ${plain.current}` : plain.current
    }
    const timer = setTimeout(show, Math.max(0, shownAt.current + everyMs - Date.now()))
    return () => clearTimeout(timer)
  }, [calls])
  useEffect(() => {
    const title = plain.current
    return () => {
      document.title = title
    }
  }, [])
}
