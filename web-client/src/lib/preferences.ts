import { useSyncExternalStore } from 'react'

/** How this person wants the pages: kept on this device. */
export interface Preferences {
  theme: 'light' | 'dark'
  size: 'normal' | 'elder'
  /** In which language entries that were rendered are read first: that of the pages, the original, or one by its code. */
  reads: string
  /** Words are read aloud where one asks for it: always offered in 长辈版, and to whoever turns it on. */
  aloud: boolean
}

const key = 'odr.preferences'
const watchers = new Set<() => void>()

function read(): Preferences {
  const dark = typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches
  const start: Preferences = { theme: dark ? 'dark' : 'light', size: 'normal', reads: 'pages', aloud: false }
  try {
    return { ...start, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) }
  } catch {
    return start // storage is closed to us or holds something else: the defaults do
  }
}

let current = read()

function show(): void {
  document.documentElement.dataset.theme = current.theme
  document.documentElement.dataset.size = current.size
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  show()
  try {
    localStorage.setItem(key, JSON.stringify(current))
  } catch {
    // A private window: the choice holds for this page only.
  }
  tell()
}

function tell(): void {
  for (const watcher of watchers) watcher()
}

/** Whether reading aloud is offered. */
export function useAloud(): boolean {
  const { aloud, size } = usePreferences()
  return aloud || size === 'elder'
}

export function usePreferences(): Preferences {
  return useSyncExternalStore((watcher) => (watchers.add(watcher), () => watchers.delete(watcher)), () => current)
}

// Chosen on another page of this device: here as well.
window.addEventListener('storage', (event) => {
  if (event.key !== key) return
  current = read()
  show()
  tell()
})

show()
