import { useEffect, useRef } from 'react'

/** The tab says how many call: people who wait and entries that are unread. */
export function useTitleCalls(calls: number): void {
  const plain = useRef(document.title.replace(/^\(\d+\) /, ''))
  useEffect(() => {
    const title = plain.current
    document.title = calls > 0 ? `(${calls}) ${title}` : title
    return () => {
      document.title = title
    }
  }, [calls])
}
