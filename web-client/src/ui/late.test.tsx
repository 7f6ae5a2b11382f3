import { act, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { late } from './late'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'warn').mockReturnValue()
})
afterEach(() => vi.useRealTimers())

const there = { default: () => <p>the part</p> }

function open(load: () => Promise<typeof there>) {
  const Part = late(load)
  render(<><p>the page</p><Suspense fallback={null}><Part /></Suspense></>)
}

it('a part that cannot be fetched takes nothing else away, and comes later', async () => {
  const load = vi.fn<() => Promise<typeof there>>().mockRejectedValueOnce(new TypeError('no network')).mockRejectedValueOnce(new TypeError('no network')).mockResolvedValue(there)
  open(load)
  await act(() => vi.advanceTimersByTimeAsync(2_500))
  expect(screen.getByText('the page')).toBeTruthy()
  expect(screen.queryByText('the part')).toBeNull()
  await act(() => vi.advanceTimersByTimeAsync(1_000))
  expect(screen.getByText('the part')).toBeTruthy()
  expect(load).toHaveBeenCalledTimes(3)
})

it('is asked for again as soon as the network is back', async () => {
  const load = vi.fn<() => Promise<typeof there>>().mockRejectedValueOnce(new TypeError('no network')).mockResolvedValue(there)
  open(load)
  await act(() => vi.advanceTimersByTimeAsync(10))
  await act(async () => { window.dispatchEvent(new Event('online')); await vi.advanceTimersByTimeAsync(0) })
  expect(screen.getByText('the part')).toBeTruthy()
})
