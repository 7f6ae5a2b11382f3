import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CallSeatView, CallSignalView, CallView } from '@/contracts/realtime'
import { Refusal } from '@/lib/refusal'
import { Calls, Signal, type RoomEngine } from '@/realtime'
import { FakeConnection, FakeStream, fakeTrack } from './fake-connection'
import { CallSession } from './session'

const roomId = 'room'
const seatOf = (personId: string, more: Partial<CallSeatView> = {}): CallSeatView => ({ personId, seat: `f-${personId}`, audio: true, video: true, muted: false, ...more })

/** The service as the session knows it. */
function service() {
  const calls = new Calls()
  const state = new Signal<object>({ is: 'up' })
  const asked: { method: string; request: Record<string, unknown> }[] = []
  const link: { line: object | null; state: Signal<object> } = { line: {}, state }
  let others: CallSeatView[] = []
  let refuse: Refusal | null = null
  let userName = 'u'
  const ask = (method: string) => (request: Record<string, unknown>) => {
    asked.push({ method, request })
    if (method !== 'joinCall') return Promise.resolve()
    if (refuse) return Promise.reject(refuse)
    const mine = seatOf('me', { seat: request.seat as string, audio: request.audio as boolean, video: request.video as boolean })
    return Promise.resolve({ call: { roomId, open: true, held: false, seats: [mine, ...others] }, servers: [{ urls: ['turn:x'], userName, credential: 'c' }], relayOnly: false })
  }
  const engine = {
    personId: 'me', calls, link,
    hub: () => Object.fromEntries(['joinCall', 'leaveCall', 'setCallMedia', 'sendCallSignal'].map((method) => [method, ask(method)])),
  }
  return {
    engine: engine as unknown as RoomEngine, asked,
    with: (...seats: CallSeatView[]) => { others = seats },
    relayName: (name: string) => { userName = name },
    refusing: (refusal: Refusal) => { refuse = refusal },
    tell: (seats: CallSeatView[], more: Partial<CallView> = {}) => calls.set({ [roomId]: { roomId, open: true, held: false, seats, ...more } }),
    signal: (signal: CallSignalView) => calls.signalled(signal),
    lineGoes: () => { link.line = null; state.set({ is: 'offline' }) },
    lineComes: () => { link.line = {}; state.set({ is: 'up' }) },
    count: (method: string) => asked.filter((one) => one.method === method).length,
  }
}

async function joined(...others: CallSeatView[]) {
  const serves = service()
  serves.with(...others)
  const own = new FakeStream()
  own.addTrack(fakeTrack('audio'))
  own.addTrack(fakeTrack('video'))
  const session = new CallSession(serves.engine, roomId, own as unknown as MediaStream, (configuration) => new FakeConnection(configuration) as unknown as RTCPeerConnection)
  await session.join()
  await vi.advanceTimersByTimeAsync(10)
  return { serves, session, own, mine: seatOf('me', { seat: session.seat }), people: () => session.state.get().others.map(({ personId }) => personId) }
}

const open = () => FakeConnection.made.filter(({ connectionState }) => connectionState !== 'closed').length

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  vi.stubGlobal('MediaStream', FakeStream)
  FakeConnection.made = []
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('one is connected with whoever is in the list, and with nobody else', async () => {
  const { serves, mine, people } = await joined(seatOf('a'))
  expect(people()).toEqual(['a'])
  serves.tell([mine, seatOf('a'), seatOf('b')])
  expect(people()).toEqual(['a', 'b'])
  serves.tell([mine, seatOf('b')])
  expect(people()).toEqual(['b'])
  expect(open()).toBe(1)
  serves.tell([mine, seatOf('b', { seat: 'f-b-again' })]) // the same person on another page: another connection
  expect(open()).toBe(1)
  expect(FakeConnection.made.length).toBe(3)
})

test('without the mediator in a joint room nobody is connected, and all are again when the mediator is back', async () => {
  const { serves, session, mine, people } = await joined(seatOf('mediator'), seatOf('b'))
  serves.tell([mine, seatOf('b')], { held: true })
  expect(people()).toEqual([])
  expect(open()).toBe(0)
  expect(session.state.get().held).toBe(true)
  serves.tell([mine, seatOf('b'), seatOf('mediator')])
  expect(people()).toEqual(['b', 'mediator'])
})

test('the end of the call closes everything and lets the devices go', async () => {
  const { serves, session, own } = await joined(seatOf('a'))
  serves.tell([], { open: false })
  expect(session.state.get()).toMatchObject({ is: 'ended', ended: 'over' })
  expect(open()).toBe(0)
  expect(own.getTracks().every(({ stopped }) => stopped)).toBe(true)
  expect(serves.count('leaveCall')).toBe(0)
})

test('whoever is muted is silent, and only he undoes it', async () => {
  const { serves, session, mine } = await joined(seatOf('a'))
  serves.tell([{ ...mine, audio: false, muted: true }, seatOf('a')])
  expect(session.hears('audio')).toBe(false)
  expect(session.state.get().muted).toBe(true)
  expect(serves.count('setCallMedia')).toBe(0)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(session.hears('audio')).toBe(false)
  await session.setAudio(true)
  expect(serves.asked.at(-1)).toMatchObject({ method: 'setCallMedia', request: { audio: true, video: true } })
})

test('the media stay while the line is away, and the same seat is taken again after it', async () => {
  const { serves, session, people } = await joined(seatOf('a'))
  serves.lineGoes()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(people()).toEqual(['a'])
  expect(open()).toBe(1)
  const signals = serves.count('sendCallSignal')
  serves.lineComes()
  await vi.advanceTimersByTimeAsync(10)
  expect(serves.asked.filter(({ method }) => method === 'joinCall').map(({ request }) => request.seat)).toEqual([session.seat, session.seat])
  expect(open()).toBe(1)
  expect(serves.count('sendCallSignal')).toBeGreaterThanOrEqual(signals)
})

test('a refusal after the line came back is the end, with its reason', async () => {
  const { serves, session } = await joined(seatOf('a'))
  serves.lineGoes()
  serves.refusing(new Refusal({ code: 'shared.not-found', zh: '没有找到', en: 'Not found' }, 422))
  serves.lineComes()
  await vi.advanceTimersByTimeAsync(10)
  expect(session.state.get().is).toBe('ended')
  expect((session.state.get().ended as Refusal).code).toBe('shared.not-found')
  expect(open()).toBe(0)
})

test('another page of the same person takes over', async () => {
  const { serves, session } = await joined(seatOf('a'))
  await vi.advanceTimersByTimeAsync(5_000)
  serves.tell([seatOf('me', { seat: 'elsewhere' }), seatOf('a')])
  expect(session.state.get()).toMatchObject({ is: 'ended', ended: 'elsewhere' })
  expect(serves.count('leaveCall')).toBe(0)
})

test('a seat that lapsed is taken again', async () => {
  const { serves, session, people } = await joined(seatOf('a'))
  serves.tell([seatOf('a')])
  expect(people()).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(2_500)
  expect(serves.count('joinCall')).toBe(2)
  expect(session.state.get().is).toBe('in')
})

test('who stays long has a fresh name for the relay, for whoever joins later and for a path that breaks', async () => {
  const { serves, mine } = await joined(seatOf('a'))
  serves.with(seatOf('a'))
  serves.relayName('later')
  await vi.advanceTimersByTimeAsync(19 * 60_000)
  expect(serves.count('joinCall')).toBe(1)
  await vi.advanceTimersByTimeAsync(2 * 60_000)
  expect(serves.asked.filter(({ method }) => method === 'joinCall').map(({ request }) => request.back)).toEqual([false, true])
  expect(open()).toBe(1)
  expect(FakeConnection.made[0]?.servers?.[0]?.username).toBe('later')
  serves.tell([mine, seatOf('a'), seatOf('b')])
  expect(FakeConnection.made[1]?.configuration.iceServers?.[0]?.username).toBe('later')
})

test('a signal that comes before its sender stands in the list is kept for him', async () => {
  const { serves, session, mine } = await joined()
  serves.signal({ roomId, fromPerson: 'b', fromSeat: 'f-b', toSeat: session.seat, signal: JSON.stringify({ description: { type: 'offer', sdp: 'early' } }) })
  serves.signal({ roomId, fromPerson: 'b', fromSeat: 'f-b', toSeat: 'not mine', signal: '{}' })
  serves.tell([mine, seatOf('b')])
  await vi.advanceTimersByTimeAsync(50)
  expect(FakeConnection.made[0]?.remoteDescription?.sdp).toBe('early')
  expect(serves.asked.filter(({ method }) => method === 'sendCallSignal').map(({ request }) => (JSON.parse(request.signal as string) as { description: { type: string } }).description.type)).toEqual(['answer'])
})

test('leaving says so once and closes everything', async () => {
  const { serves, session, own } = await joined(seatOf('a'))
  session.leave()
  session.leave()
  expect(serves.count('leaveCall')).toBe(1)
  expect(open()).toBe(0)
  expect(own.getTracks().every(({ stopped }) => stopped)).toBe(true)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(serves.count('joinCall')).toBe(1)
})
