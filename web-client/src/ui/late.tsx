import { lazy } from 'react'

const longest = 30_000

/**
 * A part of a page that is fetched once it is wanted. While it cannot be fetched (no network, a new version just put up),
 * it is missing and asked for again: it takes nothing else of the page away. Show it within `Suspense`.
 */
export const late: typeof lazy = (load) => lazy(() => untilThere(load))

async function untilThere<Found>(load: () => Promise<Found>, wait = 1_000): Promise<Found> {
  try {
    return await load()
  } catch (missing) {
    console.warn('a part of the page is not there yet', missing)
    await pause(wait)
    return untilThere(load, Math.min(2 * wait, longest))
  }
}

/** So many ms, or until the network is said to be back. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer)
      window.removeEventListener('online', over)
      resolve()
    }
    const timer = setTimeout(over, milliseconds)
    window.addEventListener('online', over)
  })
}
