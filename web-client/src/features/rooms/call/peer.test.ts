import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FakeConnection, FakeStream, fakeTrack } from './fake-connection'
import { Peer, type PeerSignal } from './peer'

interface Side { peer: Peer; pc: FakeConnection; sent: PeerSignal[] }

/** Two pages and the line between them; `lose` decides what never arrives, `delay` when the rest does. */
function pair({ lose = () => false, delay = () => 1 }: { lose?: (signal: PeerSignal) => boolean; delay?: () => number } = {}) {
  const sides = {} as { polite: Side; other: Side }
  const side = (polite: boolean): Side => {
    const sent: PeerSignal[] = []
    const pc = new FakeConnection()
    let free = 0
    const events = {
      changed: () => undefined,
      send: (signal: PeerSignal) => {
        sent.push(signal)
        if (lose(signal)) return
        free = Math.max(free, Date.now() + delay()) // the hub keeps the order of one sender
        setTimeout(() => void (polite ? sides.other : sides.polite).peer.receive(JSON.parse(JSON.stringify(signal)) as PeerSignal), free - Date.now())
      },
    }
    const peer = new Peer(pc as unknown as RTCPeerConnection, polite, { audio: fakeTrack('audio') as unknown as MediaStreamTrack, video: null }, events)
    return { peer, pc, sent }
  }
  sides.polite = side(true)
  sides.other = side(false)
  return sides
}

/** Both sides stand on the same offer and its answer. */
function agree({ polite, other }: { polite: Side; other: Side }): boolean {
  const [one, two] = [polite.pc, other.pc]
  if (one.signalingState !== 'stable' || two.signalingState !== 'stable') return false
  return one.localDescription?.sdp === two.remoteDescription?.sdp && one.remoteDescription?.sdp === two.localDescription?.sdp && one.localDescription !== null
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  vi.stubGlobal('MediaStream', FakeStream)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('one side begins, both end with the same', async () => {
  const both = pair()
  await vi.advanceTimersByTimeAsync(100)
  expect(agree(both)).toBe(true)
  expect(both.polite.sent.filter(({ description }) => description?.type === 'offer')).toEqual([])
  expect(both.polite.pc.transceivers.map(({ direction }) => direction)).toEqual(['sendrecv', 'sendrecv'])
  expect((both.polite.pc.transceivers[0]?.sender.track as { kind: string }).kind).toBe('audio')
  expect(both.polite.pc.transceivers[1]?.sender.track).toBeNull()
})

test('two offers that meet: the polite side takes its own back', async () => {
  const both = pair({ delay: () => 20 })
  await vi.advanceTimersByTimeAsync(200)
  both.polite.pc.restartIce()
  both.other.pc.restartIce()
  await vi.advanceTimersByTimeAsync(500)
  expect(agree(both)).toBe(true)
  expect(both.polite.sent.some(({ description }) => description?.type === 'offer')).toBe(true)
})

test('an offer or an answer that got lost is said again', async () => {
  for (const kind of ['offer', 'answer'] as const) {
    let lost = 0
    const both = pair({ lose: ({ description }) => description?.type === kind && lost++ === 0 })
    await vi.advanceTimersByTimeAsync(200)
    expect(lost).toBe(1)
    expect(agree(both)).toBe(false)
    both.other.peer.again()
    await vi.advanceTimersByTimeAsync(200)
    expect(agree(both)).toBe(true)
  }
})

test('candidates go a few at a time', async () => {
  const both = pair()
  await vi.advanceTimersByTimeAsync(100)
  for (let i = 0; i < 20; i++) both.other.pc.gather(`candidate ${i}`)
  await vi.advanceTimersByTimeAsync(400)
  expect(both.other.sent.filter(({ candidates }) => candidates).length).toBe(1)
  expect(both.polite.pc.candidates.map(({ candidate }) => candidate)).toEqual(Array.from({ length: 20 }, (_, i) => `candidate ${i}`))
})

test('a path that failed is looked for anew at once, one that only wavers after a while', async () => {
  const both = pair()
  await vi.advanceTimersByTimeAsync(100)
  both.other.pc.become('connected')
  const offers = () => both.other.sent.filter(({ description }) => description?.type === 'offer').length
  const before = offers()
  both.other.pc.become('disconnected')
  await vi.advanceTimersByTimeAsync(2_000)
  both.other.pc.become('connected')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(offers()).toBe(before)
  both.other.pc.become('disconnected')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(offers()).toBe(before + 1)
  both.other.pc.become('failed')
  await vi.advanceTimersByTimeAsync(100)
  expect(offers()).toBe(before + 2)
  expect(agree(both)).toBe(true)
})

test('after the end nothing is sent and nothing taken', async () => {
  const both = pair()
  await vi.advanceTimersByTimeAsync(100)
  const before = both.other.sent.length
  both.other.peer.close()
  both.other.peer.again()
  both.other.pc.gather('late')
  await both.other.peer.receive({ description: { type: 'offer', sdp: 'late' } })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(both.other.sent.length).toBe(before)
  expect(both.other.pc.remoteDescription?.sdp).not.toBe('late')
})

test('five hundred schedules of offers, losses and delays end in agreement', async () => {
  for (let seed = 1; seed <= 500; seed++) {
    let state = seed
    const random = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
    let trouble = true
    const both = pair({ lose: () => trouble && random() < 0.25, delay: () => 1 + random() * 60 })
    for (let step = 0; step < 12; step++) {
      await vi.advanceTimersByTimeAsync(random() * 80)
      const one = random() < 0.5 ? both.polite : both.other
      if (random() < 0.5) one.pc.restartIce()
      else one.peer.again()
    }
    trouble = false
    for (let round = 0; round < 4 && !agree(both); round++) {
      both.other.peer.again()
      await vi.advanceTimersByTimeAsync(400)
      both.polite.peer.again()
      await vi.advanceTimersByTimeAsync(400)
    }
    expect(agree(both), `seed ${seed}: ${both.polite.pc.signalingState}, ${both.other.pc.signalingState}`).toBe(true)
  }
})
