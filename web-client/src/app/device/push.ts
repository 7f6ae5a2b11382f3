import { api } from '@/lib/api'
import { keepShell } from './worker'

export interface QuietHours {
  readonly from: number
  readonly until: number
}

const key = 'odr.quiet'
const usual: QuietHours = { from: 22, until: 7 }

export function quietHours(): QuietHours {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<QuietHours>) }
  } catch {
    return usual // storage is closed to us or holds something else
  }
}

export const mayPush = (): boolean => 'PushManager' in window && 'Notification' in window

const base64Url = (bytes: ArrayBuffer | null): string => btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0)))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

export const subscription = async (): Promise<PushSubscription | null> => (await (await keepShell())?.pushManager.getSubscription()) ?? null

/** Asks the person by the browser's own dialog, then the browser's push service, then tells ours. False when the person said no. */
export async function turnOn(serverKey: string, language: string, hours: QuietHours): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false
  const worker = await keepShell()
  if (!worker) return false
  await navigator.serviceWorker.ready
  await tell(await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: serverKey }), language, hours)
  return true
}

/** The same device again, under this sign-in, with these hours. */
export async function tell(device: PushSubscription, language: string, { from, until }: QuietHours): Promise<void> {
  await api('POST /accounts/push/devices', {
    body: { endpoint: device.endpoint, key: base64Url(device.getKey('p256dh')), secret: base64Url(device.getKey('auth')), language: language.startsWith('zh') ? 'zh' : 'en', quietFrom: from, quietUntil: until },
  })
  try {
    localStorage.setItem(key, JSON.stringify({ from, until }))
  } catch {
    // A private window: the hours hold at the service, and stand as usual here.
  }
}

export async function turnOff(device: PushSubscription): Promise<void> {
  await api('POST /accounts/push/devices/removal', { body: { endpoint: device.endpoint } })
  await device.unsubscribe()
}
