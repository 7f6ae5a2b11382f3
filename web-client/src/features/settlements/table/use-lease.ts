import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { addressOf, api } from '@/lib/api'
import { desk } from './desk'

/** The service gives sixty seconds; whoever has not touched a key for so long lets go. */
const renewAfter = 20_000
const idleAfter = 60_000

/**
 * Whose turn it is to write. `touch` with every edit: the first asks for the lease, later ones keep it alive. Whether another page has it is told by the
 * table, not by this: an answer that comes late, or not at all, takes nobody's words.
 */
export function useLease(caseId: string): { touch: () => void } {
  const queries = useQueryClient()
  const touched = useRef(0)
  const held = useRef(false)
  const asking = useRef(false)

  const hold = useCallback(async () => {
    if (asking.current) return
    asking.current = true
    try {
      const { mine } = await api('POST /cases/{id}/agreement/lease', { path: { id: caseId }, body: { desk } })
      if (mine !== held.current || !mine) void queries.invalidateQueries({ queryKey: ['agreement', caseId, 'drafting'] })
      held.current = mine
    } catch {
      held.current = false // saving says what is the matter; the version is guarded there
    } finally {
      asking.current = false
    }
  }, [caseId, queries])

  useEffect(() => {
    const end = () => {
      if (!held.current) return
      held.current = false
      void fetch(addressOf('/cases/{id}/agreement/lease/end', { path: { id: caseId } }), {
        method: 'POST', keepalive: true, credentials: 'same-origin', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ desk }),
      }).catch(() => undefined) // it runs out by itself
    }
    const timer = setInterval(() => {
      if (!held.current) return
      if (Date.now() - touched.current < idleAfter) void hold()
      else end()
    }, renewAfter)
    window.addEventListener('pagehide', end)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pagehide', end)
      end()
    }
  }, [caseId, hold])

  const touch = useCallback(() => {
    touched.current = Date.now()
    if (!held.current) void hold()
  }, [hold])
  return { touch }
}
