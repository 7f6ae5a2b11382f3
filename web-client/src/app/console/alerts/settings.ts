import { useSyncExternalStore } from 'react'

/** How this device calls the mediator; kept here, for another device may stand elsewhere. */
export interface AlertSettings {
  readonly muted: boolean
  /** 0.1 to 1. */
  readonly volume: number
}

const key = 'odr.alerts'
const watchers = new Set<() => void>()

function read(): AlertSettings {
  const start: AlertSettings = { muted: false, volume: 0.6 }
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<AlertSettings>
    return { muted: kept.muted === true, volume: typeof kept.volume === 'number' && kept.volume >= 0.1 && kept.volume <= 1 ? kept.volume : start.volume }
  } catch {
    return start // storage is closed to us or holds something else
  }
}

let current = read()

export const alertSettings = (): AlertSettings => current

export function setAlertSettings(change: Partial<AlertSettings>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(key, JSON.stringify(current))
  } catch {
    // A private window: the choice holds for this page only.
  }
  for (const watcher of watchers) watcher()
}

export const useAlertSettings = (): AlertSettings => useSyncExternalStore((watcher) => (watchers.add(watcher), () => watchers.delete(watcher)), () => current)
