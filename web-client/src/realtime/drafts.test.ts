import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { all, put, putTogether } from '@/lib/stored'
import { Drafts } from './drafts'

const failed = () => expect.fail('the draft was not stored')
const stored = async () => Object.fromEntries((await all<{ roomId: string; text: string }>('drafts')).map(({ roomId, text }) => [roomId, text]))

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(async () => {
  vi.useRealTimers()
  localStorage.clear()
  await put('drafts', { personId: 'me', roomId: 'room', text: '' })
})

test('who types without a pause is saved all the same', async () => {
  const drafts = new Drafts('me', failed)
  for (let length = 1; length <= 10; length++) {
    drafts.write('room', '字'.repeat(length))
    await vi.advanceTimersByTimeAsync(100)
  }
  await vi.waitFor(async () => expect((await stored()).room?.length).toBeGreaterThanOrEqual(6))
})

test('what was typed last before the page went is there again, and only once', async () => {
  const before = new Drafts('me', failed)
  before.write('room', '工资一直没有')
  before.flush()
  const after = new Drafts('me', failed)
  await after.load()
  expect(after.texts.get().room).toBe('工资一直没有')
  await vi.waitFor(async () => expect((await stored()).room).toBe('工资一直没有'))
  await vi.waitFor(() => expect(localStorage.length).toBe(0))
})

test('what was kept as the page went outlives an earlier save that ends only then', async () => {
  const drafts = new Drafts('me', () => undefined)
  const really = Reflect.get(IDBObjectStore.prototype, 'put') as (this: IDBObjectStore, value: unknown) => IDBRequest<IDBValidKey>
  let saves = 0
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function put(this: IDBObjectStore, value: unknown) {
    if (++saves === 2) throw new DOMException('the page is gone', 'AbortError')
    return really.call(this, value)
  })
  drafts.write('room', '三月一共')
  vi.advanceTimersByTime(300) // on its way to disk
  drafts.write('room', '三月一共出海二十天')
  drafts.flush()
  await vi.waitFor(async () => expect((await stored()).room).toBe('三月一共'))
  const after = new Drafts('me', failed)
  await after.load()
  expect(after.texts.get().room).toBe('三月一共出海二十天')
})

test('a page that stays after all does not bring old words back later', async () => {
  const drafts = new Drafts('me', failed)
  drafts.write('room', '旧的话')
  drafts.flush()
  await putTogether({ drafts: drafts.emptied('room') })
  const after = new Drafts('me', failed)
  await after.load()
  expect(after.texts.get().room).toBe('')
})
