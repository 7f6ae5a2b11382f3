import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Link, retryDelay, type Line } from './link'

interface Fake extends Line {
  close(): void
  stopped: boolean
}

const lines: Fake[] = []
let open = true
let hangs = false

function build(): Promise<Line> {
  let closed: () => void = () => undefined
  const line: Fake = {
    stopped: false,
    start: () => (hangs ? new Promise(() => undefined) : open ? Promise.resolve() : Promise.reject(new Error('nobody there'))),
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

const newLink = (probe: () => Promise<void> = () => Promise.resolve()) => new Link(build, { prepare: () => undefined, up: () => undefined, probe })
const last = () => lines[lines.length - 1] as Fake

beforeEach(() => {
  vi.useFakeTimers()
  lines.length = 0
  open = true
  hangs = false
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

const comesBack = () => window.dispatchEvent(new Event('pageshow'))

test('whoever comes back to a line that does not answer has a new one within a second or so', async () => {
  const link = newLink(() => new Promise(() => undefined))
  link.start()
  await vi.advanceTimersByTimeAsync(0)
  const old = link.line
  comesBack()
  await vi.advanceTimersByTimeAsync(999)
  expect(link.line).toBe(old)
  await vi.advanceTimersByTimeAsync(1)
  expect(link.isUp()).toBe(true)
  expect(link.line).not.toBe(old)
  link.stop()
})

test('a line that has been silent too long is not even asked', async () => {
  let asked = 0
  const link = newLink(() => { asked++; return Promise.resolve() })
  link.start()
  await vi.advanceTimersByTimeAsync(0)
  const old = link.line
  vi.setSystemTime(Date.now() + 60_000) // the page was frozen: no timer ran
  comesBack()
  await vi.advanceTimersByTimeAsync(0)
  expect([asked, link.isUp(), link.line === old]).toEqual([0, true, false])
  link.stop()
})

test('an attempt that began out of reach is not waited for', async () => {
  const link = newLink()
  hangs = true
  link.start()
  await vi.advanceTimersByTimeAsync(3_000)
  hangs = false
  comesBack()
  await vi.advanceTimersByTimeAsync(0)
  expect(link.isUp()).toBe(true)
  link.stop()
})

test('a line whose end is told only on coming back is replaced at once', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(1)
  const link = newLink(() => new Promise(() => undefined))
  link.start()
  await vi.advanceTimersByTimeAsync(20_000)
  comesBack()
  last().close()
  await vi.advanceTimersByTimeAsync(250)
  expect(link.isUp()).toBe(true)
  link.stop()
})

test('an attempt that began a moment before coming back has one second, not fifteen', async () => {
  const link = newLink()
  hangs = true
  link.start()
  await vi.advanceTimersByTimeAsync(400)
  comesBack()
  hangs = false
  await vi.advanceTimersByTimeAsync(599)
  expect(link.isUp()).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(link.isUp()).toBe(true)
  link.stop()
})

test('an attempt that comes up within its second is kept', async () => {
  const link = newLink()
  link.start()
  comesBack()
  await vi.advanceTimersByTimeAsync(0)
  const first = link.line
  await vi.advanceTimersByTimeAsync(5_000)
  expect(link.line).toBe(first)
  expect(lines).toHaveLength(1)
  link.stop()
})

test('an attempt on a slow line is not begun again because his return is told twice', async () => {
  const link = newLink()
  hangs = true
  link.start()
  await vi.advanceTimersByTimeAsync(0)
  link.renew()
  comesBack()
  await vi.advanceTimersByTimeAsync(200)
  comesBack()
  await vi.advanceTimersByTimeAsync(4_000)
  expect(lines).toHaveLength(2)
  link.stop()
})

test('how often it was in vain meanwhile does not make him wait who comes back before the network does', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(1)
  const link = newLink()
  link.start()
  await vi.advanceTimersByTimeAsync(20_000)
  open = false
  last().close()
  await vi.advanceTimersByTimeAsync(60_000)
  comesBack()
  await vi.advanceTimersByTimeAsync(300) // at once, and after a quarter of a second
  open = true
  await vi.advanceTimersByTimeAsync(500)
  expect(link.isUp()).toBe(true)
  link.stop()
})

test('nobody is in a hurry for long: after three seconds an attempt is made as seldom as ever', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(1)
  open = false
  const link = newLink()
  link.start()
  comesBack()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(lines.length).toBeLessThan(10)
  link.stop()
})
