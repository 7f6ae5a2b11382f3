/** Whoever signs out is alerted at this device no more, whatever sign-in the alerts were turned on under. Signing out waits for the browser, never for more than that. */
export async function endPush(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    const worker = await navigator.serviceWorker.getRegistration()
    await (await worker?.pushManager.getSubscription())?.unsubscribe()
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    // The browser's push service is away; the service forgets the device with the sign-in.
  }
}
