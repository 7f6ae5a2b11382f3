import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Link, retryDelay, type Line } from './link'

interface Fake extends Line {
  close(): void
  stopped: boolean
}

const lines: Fake[] = []
let open = true

function build(): Promise<Line> {
  let closed: () => void = () => undefined
  const line: Fake = {
    stopped: false,
    start: () => (open ? Promise.resolve() : Promise.reject(new Error('nobody there'))),
    stop: () => {
      line.stopped = true
      return Promise.resolve()
    },
    onclose: (handler) => void (closed = handler),
    close: () => closed(),
    on: () => undefined,
    off: () => undefined,
    invoke: () => Promise.reject(new Error('not asked here')),
  }
  lines.push(line)
  return Promise.resolve(line)
}

const newLink = () => new Link(build, { prepare: () => undefined, up: () => undefined, probe: () => Promise.resolve() })
const last = () => lines[lines.length - 1] as Fake

beforeEach(() => {
  vi.useFakeTimers()
  lines.length = 0
  open = true
})
afterEach(() => vi.useRealTimers())

test('a crowd that lost its line comes back spread over the whole time, further apart at each failure', () => {
  expect([0, 1, 5, 50].map((failures) => retryDelay(failures, () => 1))).toEqual([2_000, 4_000, 20_000, 20_000])
  expect([0, 5].map((failures) => retryDelay(failures, () => 0))).toEqual([0, 0])
})

test('a lost line is tried again for ever', async () => {
  const link = newLink()
  link.start()
  await vi.advanceTimersByTimeAsync(0)
  expect(link.state.get().is).toBe('up')
  open = false
  last().close()
  await vi.advanceTimersByTimeAsync(24 * 3_600_000)
  expect(link.state.get().is).not.toBe('up')
  open = true
  await vi.advanceTimersByTimeAsync(20_000)
  expect(link.state.get().is).toBe('up')
  link.stop()
})

test('a node that goes away is left for a new line before the old one is put down', async () => {
  const link = newLink()
  link.start()
  await vi.advanceTimersByTimeAsync(0)
  const old = link.line
  const states: string[] = []
  link.state.watch(() => states.push(link.state.get().is))
  link.moveWithin(2_000)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(link.line).not.toBe(old)
  expect((old as Fake).stopped).toBe(true)
  expect(states).toEqual(['up'])
  ;(old as Fake).close()
  expect(link.isUp()).toBe(true)
  link.stop()
})

test('a line that is closed again at once does not make it hurry, one that lasted does', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(1)
  const link = newLink()
  link.start()
  await vi.advanceTimersByTimeAsync(0)
  for (const wait of [2_000, 4_000, 8_000]) {
    last().close()
    await vi.advanceTimersByTimeAsync(wait - 1)
    expect(link.isUp()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(link.isUp()).toBe(true)
  }
  await vi.advanceTimersByTimeAsync(10_001)
  last().close()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(link.isUp()).toBe(true)
  link.stop()
})
