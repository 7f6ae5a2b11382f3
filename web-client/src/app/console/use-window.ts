import { useCallback, useEffect, useMemo, useState } from 'react'

export type Part = 'list' | 'rooms' | 'side'

export interface ConsoleWindow {
  /** Too narrow for more than one part at a time. */
  readonly narrow: boolean
  readonly shown: Part
  readonly show: (part: Part) => void
}

const query = '(max-width: 759px)'

/** In a narrow window the list, the rooms and the papers take turns. */
export function useWindow(hasSide: boolean): ConsoleWindow {
  const [narrow, setNarrow] = useState(() => matchMedia(query).matches)
  const [part, setPart] = useState<Part>(hasSide ? 'side' : 'list')
  useEffect(() => {
    const media = matchMedia(query)
    const changed = () => setNarrow(media.matches)
    media.addEventListener('change', changed)
    return () => media.removeEventListener('change', changed)
  }, [])
  const show = useCallback((next: Part) => setPart(next), [])
  const shown = part === 'side' && !hasSide ? 'rooms' : part
  return useMemo(() => ({ narrow, shown, show }), [narrow, shown, show])
}
