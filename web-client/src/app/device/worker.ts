import { Signal } from '@/realtime'

/** A newer version that is ready and waits. */
export const waiting = new Signal<ServiceWorker | null>(null)

interface TrustedScripts {
  createPolicy: (name: string, rules: { createScriptURL: (address: string) => string }) => { createScriptURL: (address: string) => string }
}

const address = '/sw.js'

// The one script that is started by its address; the page's policy allows no other (PagePolicy of the service).
const trusted = (window as { trustedTypes?: TrustedScripts }).trustedTypes?.createPolicy('odr-worker', {
  createScriptURL: (asked) => {
    if (asked !== address) throw new TypeError('not the worker of these pages')
    return asked
  },
})

/** WeChat's browser opens pages of its own accord and keeps no worker that could be relied upon. */
export const mayKeepShell = (): boolean => import.meta.env.PROD && 'serviceWorker' in navigator && !/MicroMessenger/i.test(navigator.userAgent)

let registered: Promise<ServiceWorkerRegistration | null> | null = null

/** Registers the worker once; null where there is none. */
export function keepShell(): Promise<ServiceWorkerRegistration | null> {
  registered ??= mayKeepShell() ? register() : Promise.resolve(null)
  return registered
}

async function register(): Promise<ServiceWorkerRegistration | null> {
  try {
    const found = await navigator.serviceWorker.register(trusted?.createScriptURL(address) ?? address)
    const look = () => {
      // Without an active one it is the first: it takes nobody's place.
      if (found.waiting && found.active) waiting.set(found.waiting)
    }
    look()
    found.addEventListener('updatefound', () => found.installing?.addEventListener('statechange', look))
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') found.update().catch(() => undefined) // without a network there is nothing newer
    })
    return found
  } catch (error) {
    if (!(error instanceof DOMException) && !(error instanceof TypeError)) throw error
    return null // a private window, or a policy of the device: the pages work without
  }
}

/** The newer version takes over and this page starts again in it. What was being written is on this device: the page saves it as it goes. */
export function takeOver(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  worker.postMessage('take-over')
}
