import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/lib/api'
import { isEnglish } from '@/lib/sentence'

const pause = 500

/** The service's own check of what is being written, a moment after the last key. Nothing that is checked is kept. */
export function useRedaction(caseId: string, texts: readonly string[], vouched: readonly string[]) {
  const { i18n } = useTranslation()
  const english = isEnglish(i18n.language)
  const now = JSON.stringify([texts, vouched])
  const [settled, setSettled] = useState(now)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(now), pause)
    return () => clearTimeout(timer)
  }, [now])
  const blank = texts.every((text) => text.trim() === '')
  const check = useQuery({
    queryKey: ['guidance-check', caseId, settled, english],
    queryFn: ({ signal }) => {
      const [asked, words] = JSON.parse(settled) as [string[], string[]]
      return api('POST /cases/{caseId}/guidance/check', { path: { caseId }, body: { texts: asked, vouched: words, english }, signal })
    },
    enabled: !blank,
    placeholderData: (before) => before,
    gcTime: 0,
    staleTime: 0,
  })
  const current = settled === now && !check.isPlaceholderData && !check.isFetching
  const views = blank ? [] : (check.data?.texts ?? [])
  const found = views.reduce((count, one) => count + one.recognised.length, 0)
  return { views, found, current, blank, clean: current && check.data !== undefined && found === 0, error: check.error }
}
