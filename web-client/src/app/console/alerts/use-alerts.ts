import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomView } from '@/contracts/realtime'
import { chime } from './chime'
import { callsIn, newCalls, type Calls } from './new-calls'
import { alertSettings } from './settings'

/** Whoever still sits in a lobby is called again after so long. */
const againMs = 60_000

/**
 * Sounds when a room calls that the mediator does not look at; when he is not on this page at all, the desktop says so too: the case's number and that
 * somebody waits, never more. @returns True while the browser keeps this page from sounding until it is touched.
 */
export function useAlerts(rooms: readonly RoomView[] | null, active: string | undefined, open: (roomId: string) => void): boolean {
  const { t } = useTranslation()
  const before = useRef<Calls | null>(null)
  const [silenced, setSilenced] = useState(false)
  const waits = (rooms ?? []).some((room) => room.waiting + room.held > 0 && room.state !== 'Closed')
  const sound = useCallback(() => {
    const { muted, volume } = alertSettings()
    if (!muted) void chime(volume).then((heard) => setSilenced(!heard))
  }, [])

  useEffect(() => {
    if (rooms === null) return
    const here = document.visibilityState === 'visible' && document.hasFocus()
    const calling = newCalls(before.current, rooms, here ? active ?? null : null)
    before.current = callsIn(rooms)
    if (calling.length === 0) return
    sound()
    if (here || typeof Notification === 'undefined' || Notification.permission !== 'granted') return
    for (const room of calling) {
      const notice = new Notification(room.caseNumber ?? t('console.alerts.title'), { body: t('console.alerts.notice'), tag: room.caseId ?? room.id })
      notice.onclick = () => {
        window.focus()
        open(room.id)
        notice.close()
      }
    }
  }, [rooms, active, open, sound, t])

  useEffect(() => {
    if (!waits) return
    const timer = setInterval(sound, againMs)
    return () => clearInterval(timer)
  }, [waits, sound])

  useEffect(() => {
    if (!silenced) return
    const touched = () => setSilenced(false)
    window.addEventListener('pointerdown', touched, { once: true })
    window.addEventListener('keydown', touched, { once: true })
    return () => {
      window.removeEventListener('pointerdown', touched)
      window.removeEventListener('keydown', touched)
    }
  }, [silenced])
  return silenced
}
