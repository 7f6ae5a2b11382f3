import { useEffect, useRef } from 'react'

/** The tab says how much is unread while nobody looks at it. */
export function useUnreadTitle(unread: number): void {
  const plain = useRef(document.title)
  useEffect(() => {
    const title = plain.current
    document.title = unread > 0 && document.visibilityState === 'hidden' ? `(${unread}) ${title}` : title
    return () => {
      document.title = title
    }
  }, [unread])
}
