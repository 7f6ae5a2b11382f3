import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api } from '@/lib/api'
import { browserZone } from '@/lib/zones'
import { useMe } from './me'

export function useSetZone() {
  const queries = useQueryClient()
  return useMutation({
    scope: { id: 'time-zone' },
    mutationFn: (timeZone: string) => api('POST /accounts/time-zone', { body: { timeZone } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['me'] }),
  })
}

/** The zone the person lives by: as he set it, else the browser's. */
export function useZone(): string {
  return useMe().data?.timeZone ?? browserZone()
}

/** Tells the service the browser's zone once, so that messages can name both times; what somebody has set stays. */
export function useTellZone(): void {
  const me = useMe().data
  const { mutate } = useSetZone()
  const told = useRef(false)
  const missing = me !== undefined && me !== null && me.timeZone === null
  useEffect(() => {
    if (!missing || told.current) return
    told.current = true
    mutate(browserZone())
  }, [missing, mutate])
}
