import { useSyncExternalStore } from 'react'

/** What Chromium hands out once, early, when the page may be put on the home screen. */
interface InstallEvent extends Event {
  prompt: () => Promise<void>
}

let offered: InstallEvent | null = null
const watchers = new Set<() => void>()

function keep(event: InstallEvent | null): void {
  offered = event
  for (const watcher of watchers) watcher()
}

window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault() // asked when the person wants it, not by the browser
  keep(event as InstallEvent)
})
window.addEventListener('appinstalled', () => keep(null))

/** Asks the browser to put the pages on the home screen; null while it does not offer that. */
export function useInstall(): (() => void) | null {
  const event = useSyncExternalStore((watcher) => (watchers.add(watcher), () => watchers.delete(watcher)), () => offered)
  return event === null ? null : () => {
    keep(null)
    void event.prompt()
  }
}
