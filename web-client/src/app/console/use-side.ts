import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

export interface SideOf {
  readonly caseId: string
  readonly which: 'case' | 'agreement' | 'notes' | 'guidance'
}

/** What lies beside the rooms stands in the address (`?side=case:ID`), so that it survives a reload and can be linked to. */
export function useSide() {
  const [query, setQuery] = useSearchParams()
  const [which, caseId] = (query.get('side') ?? '').split(':')
  const known = which === 'case' || which === 'agreement' || which === 'notes' || which === 'guidance'
  const side = useMemo<SideOf | null>(() => (known && caseId ? { which, caseId } : null), [known, which, caseId])
  const open = useCallback((id: string, wanted: SideOf['which']) => setQuery((now) => { now.set('side', `${wanted}:${id}`); return now }), [setQuery])
  const close = useCallback(() => setQuery((now) => { now.delete('side'); return now }), [setQuery])
  return useMemo(() => ({ side, open, close }), [side, open, close])
}
