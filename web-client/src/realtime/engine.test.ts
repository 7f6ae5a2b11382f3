import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EntryView, MemberView, RoomSnapshot, RoomView } from '@/contracts/realtime'
import { RoomEngine } from './engine'
import type { Line } from './link'

const roomId = 'room'
const member = (name: string, standing: MemberView['standing']): MemberView => ({ personId: name, name, role: 'Applicant', standing, joined: false, partyId: name })

/** What the service knows, and the answers it still owes. */
let members: MemberView[] = []
let owed: (() => void)[] = []
/** So many times the service fails without a word. */
let failing = 0
let events: Record<string, (...args: unknown[]) => void> = {}

const view = (more: Partial<RoomView> = {}): RoomView => ({
  id: roomId, kind: 'Joint', name: '', nameEn: '', colour: 0, caseId: null, caseNumber: null, enterpriseId: null, caucusPartyId: null,
  state: 'Lobby', myStanding: 'Admitted', head: 0, myRead: 0, unread: 0, waiting: 0, lastEntryAt: null, held: 0, ...more,
})
const snapshot = (): RoomSnapshot => ({
  room: view(), members: [...members], readPositions: [], seenBy: [], mayPost: true, refusalCode: null, mayPreside: true, entries: [], firstVisible: 1, head: 0,
  serverTime: '2026-11-26T00:00:00Z', callOpen: false, hold: 'Never',
})

const said = (sequence: number): EntryView => ({
  roomId, sequence, kind: 'Message', authorId: 'one', authorName: 'one', authorRole: 'Applicant', sentAt: '2026-11-26T00:00:00Z', clientMessageId: null, replyTo: null, entryHash: '', body: { type: 'text', text: 'x' },
})

const line: Line = {
  start: () => Promise.resolve(),
  stop: () => Promise.resolve(),
  onclose: () => undefined,
  on: (event, handler) => void (events[event] = handler),
  off: () => undefined,
  invoke: <T>(method: string) => {
    if (method !== 'EnterRoom') return Promise.resolve({} as T)
    if (failing > 0) {
      failing--
      return Promise.reject(new Error('An unexpected error occurred invoking the method on the server.'))
    }
    const read = snapshot() // read now, told later
    return new Promise<T>((told) => owed.push(() => told(read as T)))
  },
}

async function answer() {
  owed.splice(0).forEach((tell) => tell())
  await vi.advanceTimersByTimeAsync(0)
}

function arrives(name: string) {
  members = [...members.filter((other) => other.personId !== name), member(name, 'Waiting')]
  events.LobbyChanged?.({ roomId, waiting: members.filter((other) => other.standing === 'Waiting') })
}

async function enteredRoom(listRooms: () => Promise<RoomView[]> = () => Promise.resolve([])) {
  const engine = new RoomEngine({ personId: 'me', build: () => Promise.resolve(line), listRooms })
  engine.want(roomId)
  engine.link.start()
  await vi.advanceTimersByTimeAsync(0)
  return { engine, waiting: () => engine.rooms.get()[roomId]?.waiting.map((one) => one.name), standing: (name: string) => engine.rooms.get()[roomId]?.snapshot?.members.find((one) => one.name === name)?.standing }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  members = [member('one', 'Invited'), member('two', 'Invited')]
  owed = []
  events = {}
})
afterEach(() => vi.useRealTimers())

test('who comes into the lobby while a snapshot is on its way is not lost by it', async () => {
  const { engine, waiting, standing } = await enteredRoom()
  arrives('two') // after the snapshot was read, before it is here
  await answer()
  expect(waiting()).toEqual(['two'])
  await vi.advanceTimersByTimeAsync(100)
  await answer()
  expect(waiting()).toEqual(['two'])
  expect(standing('two')).toBe('Waiting')
  engine.link.stop()
})

test('what is said, read or asks to come in while the list is on its way is not taken back by it', async () => {
  const lists: ((rooms: RoomView[]) => void)[] = []
  const { engine } = await enteredRoom(() => new Promise((told) => lists.push(told)))
  await answer()
  const asked = async (rooms: RoomView[], meanwhile: () => void) => {
    const asking = engine.refreshList()
    meanwhile()
    lists.splice(0).forEach((tell) => tell(rooms))
    await asking
    return engine.list.get()?.[0]
  }
  expect(await asked([view()], () => undefined)).toMatchObject({ head: 0, unread: 0, waiting: 0 })
  expect(await asked([view()], () => events.MessagePosted?.(said(1)))).toMatchObject({ head: 1, unread: 1 })
  expect(await asked([view({ head: 1, unread: 1 })], () => arrives('one'))).toMatchObject({ head: 1, unread: 1, waiting: 1 })
  expect(await asked([view({ head: 1, unread: 1, waiting: 1 })], () => engine.markRead(roomId))).toMatchObject({ myRead: 1, unread: 0, waiting: 1 })
  expect(await asked([view({ head: 2, myRead: 1, unread: 1 })], () => undefined)).toMatchObject({ head: 2, myRead: 1, unread: 1, waiting: 0 })
  engine.link.stop()
})

test('what others say is unread, their comings and goings and one’s own words are not', async () => {
  const { engine } = await enteredRoom(() => Promise.resolve([view()]))
  await answer()
  await engine.refreshList()
  events.MessagePosted?.({ ...said(1), kind: 'System', authorId: null, body: { type: 'joined' } })
  events.MessagePosted?.({ ...said(2), authorId: 'me' })
  await vi.advanceTimersByTimeAsync(50)
  expect(engine.list.get()?.[0]).toMatchObject({ head: 2, unread: 0 })
  events.MessagePosted?.(said(3))
  await vi.advanceTimersByTimeAsync(100)
  expect(engine.list.get()?.[0]).toMatchObject({ head: 3, unread: 1 })
  engine.link.stop()
})

test('a line that comes alone is shown at once, lines that come thick together and within a tenth of a second', async () => {
  const { engine } = await enteredRoom(() => Promise.resolve([view()]))
  await answer()
  await engine.refreshList()
  const head = () => engine.list.get()?.[0]?.head
  events.MessagePosted?.(said(1))
  await vi.advanceTimersByTimeAsync(30)
  expect(head()).toBe(1)
  events.MessagePosted?.(said(2))
  await vi.advanceTimersByTimeAsync(60)
  events.MessagePosted?.(said(3))
  await vi.advanceTimersByTimeAsync(39)
  expect(head()).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(head()).toBe(3)
  await vi.advanceTimersByTimeAsync(1_000)
  events.MessagePosted?.(said(4))
  await vi.advanceTimersByTimeAsync(30)
  expect(head()).toBe(4)
  engine.link.stop()
})

test('a room that the service fails to open while the line stands is asked for again', async () => {
  failing = 2
  const { engine } = await enteredRoom()
  await vi.advanceTimersByTimeAsync(999)
  expect(engine.rooms.get()[roomId]?.snapshot).toBeNull()
  await vi.advanceTimersByTimeAsync(1_100)
  await answer()
  expect(engine.rooms.get()[roomId]?.snapshot).not.toBeNull()
  engine.link.stop()
})
