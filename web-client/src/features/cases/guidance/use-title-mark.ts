import { useEffect, useRef } from 'react'

/** The tab says how many questions wait for the guide. */
export function useTitleMark(waiting: number): void {
  const plain = useRef(document.title.replace(/^\(\d+\) /, ''))
  useEffect(() => {
    const title = plain.current
    document.title = waiting > 0 ? `(${waiting}) ${title}` : title
    return () => {
      document.title = title
    }
  }, [waiting])
}
