import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { api } from '@/lib/api'

/**
 * Articles for what is being typed.
 * @param blankToo whether some are shown before anything is typed
 */
export function useArticles(typed: string, blankToo: boolean) {
  const q = useDeferredValue(typed.trim())
  const found = useQuery({ queryKey: ['articles', q], queryFn: ({ signal }) => api('GET /articles', { query: { q }, signal }), enabled: blankToo || q !== '', placeholderData: (before) => before, staleTime: 60_000 })
  const articles = q === '' && !blankToo ? [] : (found.data?.articles ?? [])
  return {
    articles, error: found.error,
    /** The service has no statutes at all. */
    empty: found.data?.statutes === 0,
    /** There are statutes, and nothing in them for these words. */
    none: q !== '' && found.data !== undefined && found.data.statutes > 0 && articles.length === 0 && !found.isFetching,
  }
}
