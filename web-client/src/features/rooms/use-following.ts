import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'

const nearEnd = 48
const isNearEnd = (element: HTMLElement) => element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd

/** Keeps a scrolling list at its end while the reader is there, and leaves it alone while he reads further up. */
export function useFollowing(list: RefObject<HTMLElement | null>, content: RefObject<HTMLElement | null>) {
  const [atEnd, setAtEnd] = useState(true)
  const following = useRef(true)
  const led = useRef(false)
  /** Where the end was when it was last gone to. */
  const end = useRef(0)
  const toBottom = useCallback(() => {
    const element = list.current
    if (!element) return
    element.scrollTo({ top: element.scrollHeight })
    end.current = element.scrollTop
  }, [list])
  const toEnd = useCallback(() => {
    following.current = true
    setAtEnd(true)
    toBottom()
  }, [toBottom])
  /** The reader is led elsewhere: no following until he comes back to the end himself. */
  const stay = useCallback(() => {
    led.current = true
    following.current = false
    setAtEnd(false)
  }, [])
  /** He is where he was led to; from here on he scrolls himself. */
  const arrived = useCallback(() => requestAnimationFrame(() => {
    led.current = false
    const element = list.current
    if (element) setAtEnd(following.current = isNearEnd(element))
  }), [list])
  const follow = useCallback(() => {
    if (following.current) toBottom()
  }, [toBottom])
  useEffect(() => {
    const element = list.current
    if (!element) return
    let height = element.clientHeight
    const scrolled = () => {
      // The list has just become shorter: that is no scrolling of the reader's.
      if (element.clientHeight !== height) return
      // Told late of the scrolling to the end that came before he was led away.
      if (led.current) return
      const near = isNearEnd(element)
      // Rows below have turned out taller than was guessed: the end has moved, not he.
      if (!near && following.current && element.scrollTop >= end.current - 1) {
        toBottom()
        return
      }
      if (near) end.current = element.scrollTop
      setAtEnd(following.current = near)
    }
    element.addEventListener('scroll', scrolled, { passive: true })
    // A keyboard that opens, a picture or a proposal that arrives: the end moves without a scroll.
    const resized = typeof ResizeObserver === 'function' ? new ResizeObserver(() => {
      height = element.clientHeight
      follow()
    }) : null
    resized?.observe(element)
    if (content.current) resized?.observe(content.current)
    return () => {
      element.removeEventListener('scroll', scrolled)
      resized?.disconnect()
    }
  }, [list, content, follow, toBottom])
  return { atEnd, follow, toEnd, stay, arrived, isFollowing: useCallback(() => following.current, []) }
}
