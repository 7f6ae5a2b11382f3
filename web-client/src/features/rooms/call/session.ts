import type { CallSeatView, CallSignalView, CallView, IceServerView } from '@/contracts/realtime'
import { refusalFromHub, type Refusal } from '@/lib/refusal'
import { uuid7 } from '@/lib/uuid7'
import { Signal, type RoomEngine } from '@/realtime'
import { stopAll } from './devices'
import { Peer, type OwnTracks, type PeerSignal } from './peer'

/** Why one is in the call no longer. */
export type Ended = 'left' | 'over' | 'elsewhere' | Refusal

export interface Other {
  readonly personId: string
  readonly seat: string
  readonly stream: MediaStream
  readonly connected: boolean
  readonly audio: boolean
  readonly video: boolean
  readonly muted: boolean
}

export interface CallNow {
  readonly is: 'joining' | 'in' | 'ended'
  readonly ended: Ended | null
  readonly held: boolean
  readonly others: readonly Other[]
  /** The mediator switched the own microphone off. */
  readonly muted: boolean
  readonly own: MediaStream
}

type MakePeer = (configuration: RTCConfiguration) => RTCPeerConnection

const watchEvery = 2_000
const stuckAfter = 8_000
const earlyKept = 64
const toldLate = 3_000
/** The relay takes no new connection by an old name, such as to somebody who joins later: a new one is fetched long before (`Odr:Call:TurnLife`, at least an hour). */
const renewAfter = 20 * 60_000

/**
 * One page in the call of one room. Whom it is connected with is what the service said last, no one else: whoever is not in that list is cut off at
 * once. While the line to the service is away nothing changes; afterwards the seat is taken again and what may have got lost is said again.
 */
export class CallSession {
  readonly seat = uuid7()
  readonly state: Signal<CallNow>
  private readonly peers = new Map<string, { peer: Peer; troubledSince: number }>()
  private early: CallSignalView[] = []
  private configuration: RTCConfiguration = {}
  private line: unknown = null
  private seated = false
  private seatedAt = 0
  private ticketAt = 0
  private reporting = 0
  private stops: (() => void)[] = []
  private readonly engine: RoomEngine
  private readonly roomId: string
  private readonly own: MediaStream
  private readonly make: MakePeer

  constructor(engine: RoomEngine, roomId: string, own: MediaStream, make: MakePeer = (configuration) => new RTCPeerConnection(configuration)) {
    this.engine = engine
    this.roomId = roomId
    this.own = own
    this.make = make
    this.state = new Signal<CallNow>({ is: 'joining', ended: null, held: false, others: [], muted: false, own })
  }

  /** @throws Refusal, or whatever the line throws: then one is not in the call. */
  async join(): Promise<void> {
    this.stops = [
      this.engine.calls.watchSignals((signal) => this.signalled(signal)),
      this.engine.calls.watch(() => this.told()),
      this.engine.link.state.watch(() => this.lineMoved()),
    ]
    const timer = setInterval(() => this.look(), watchEvery)
    this.stops.push(() => clearInterval(timer))
    window.addEventListener('pagehide', this.leave)
    this.stops.push(() => window.removeEventListener('pagehide', this.leave))
    this.line = this.engine.link.line
    try {
      await this.take(false)
    } catch (error) {
      this.end('left')
      throw error
    }
  }

  readonly leave = (): void => {
    if (this.state.get().is === 'ended') return
    const { line } = this.engine.link
    this.end('left')
    if (line) this.engine.hub().leaveCall({ roomId: this.roomId, seat: this.seat }).catch(() => undefined) // else the seat lapses by itself
  }

  hears(kind: 'audio' | 'video'): boolean {
    return this.tracks()[kind] !== null
  }

  async setAudio(on: boolean): Promise<void> {
    for (const track of this.own.getAudioTracks()) track.enabled = on
    await this.send()
    await this.report()
  }

  /** Off is off: the camera's lamp goes out. `track`: of the device that was opened, for on. */
  async setTrack(kind: 'audio' | 'video', track: MediaStreamTrack | null): Promise<void> {
    for (const old of this.own.getTracks().filter((one) => one.kind === kind)) {
      old.stop()
      this.own.removeTrack(old)
    }
    if (track) this.own.addTrack(track)
    await this.send()
    await this.report()
  }

  private tracks(): OwnTracks {
    const [audio] = this.own.getAudioTracks()
    const [video] = this.own.getVideoTracks()
    return { audio: audio?.enabled === true ? audio : null, video: video ?? null }
  }

  private async send(): Promise<void> {
    this.show({})
    const tracks = this.tracks()
    await Promise.all([...this.peers.values()].map(({ peer }) => peer.send(tracks)))
  }

  /** @param back to a seat that was taken before: refused when the person is in a call elsewhere meanwhile. */
  private async take(back: boolean): Promise<void> {
    const ticket = await this.engine.hub().joinCall({ roomId: this.roomId, seat: this.seat, back, audio: this.hears('audio'), video: this.hears('video') })
    if (this.state.get().is === 'ended') return
    this.configuration = { iceServers: ticket.servers.map(serverOf), iceTransportPolicy: ticket.relayOnly ? 'relay' : 'all' }
    this.seated = true
    this.seatedAt = this.ticketAt = Date.now()
    this.show({ is: 'in' })
    // What was told since the seat was taken is younger than the answer.
    const told = this.engine.calls.get()[this.roomId]
    if (!told?.seats.some((seat) => seat.seat === this.seat)) this.engine.calls.told(ticket.call)
    this.told()
    for (const { peer } of this.peers.values()) {
      peer.reachBy(this.configuration.iceServers)
      if (!peer.connected) peer.again()
    }
  }

  /** The line came back, perhaps at another node: to the seat again. */
  private lineMoved(): void {
    const { line } = this.engine.link
    if (line === this.line || line === null) return
    this.line = line
    this.seated = false
    this.retake()
  }

  private retake(): void {
    this.take(true).catch((error: unknown) => {
      const refusal = refusalFromHub(error)
      if (refusal?.code === 'rooms.call-elsewhere') { this.end('elsewhere'); return; }
      if (refusal && refusal.retryAfterMs === null && refusal.code !== 'rooms.call-not-reachable') this.end(refusal)
      // Else the line went again, or this is a moment's trouble: `look` tries once more. The media go on meanwhile.
    })
  }

  private told(): void {
    const call = this.engine.calls.get()[this.roomId]
    if (call && this.seated) this.apply(call)
  }

  private apply(call: CallView): void {
    if (!call.open) { this.end('over'); return; }
    const mine = call.seats.find((seat) => seat.personId === this.engine.personId)
    if (mine && mine.seat !== this.seat) {
      if (Date.now() - this.seatedAt < toldLate) return // from before this page took over
      this.end('elsewhere'); return;
    }
    if (mine) this.obey(mine)
    else this.seated = false // lapsed, or left for another room, or told before the seat was taken: `look` asks for it again
    const others = call.held || (!mine && Date.now() - this.seatedAt >= toldLate) ? [] : call.seats.filter((seat) => seat.personId !== this.engine.personId)
    for (const [seat, { peer }] of this.peers) {
      if (others.some((other) => other.seat === seat)) continue
      peer.close()
      this.peers.delete(seat)
    }
    for (const other of others) if (!this.peers.has(other.seat)) this.connect(other)
    this.show({ held: call.held, muted: mine?.muted ?? this.state.get().muted })
    const early = this.early.splice(0)
    for (const signal of early) this.signalled(signal)
  }

  /** Muted is muted, whatever this page thought; the rest is what this page says it is. */
  private obey(mine: CallSeatView): void {
    if (this.reporting > 0) return // it will be told again, with what is being reported
    if (mine.muted && !mine.audio && this.hears('audio')) {
      for (const track of this.own.getAudioTracks()) track.enabled = false
      void this.send()
    }
    if (mine.audio !== this.hears('audio') || mine.video !== this.hears('video')) void this.report()
  }

  private async report(): Promise<void> {
    if (!this.engine.link.line || !this.seated) return // told with the seat when it is taken again
    this.reporting++
    try {
      await this.engine.hub().setCallMedia({ roomId: this.roomId, seat: this.seat, audio: this.hears('audio'), video: this.hears('video') })
    } catch {
      // What is shown to the others is behind; the next word of the service shows the difference, and it is said again.
    } finally {
      this.reporting--
    }
  }

  private connect(other: CallSeatView): void {
    const peer = new Peer(this.make(this.configuration), this.seat < other.seat, this.tracks(), {
      send: (signal) => this.pass(other, signal),
      changed: () => {
        const kept = this.peers.get(other.seat)
        if (kept?.peer.connected) kept.troubledSince = Date.now()
        this.show({})
      },
    })
    this.peers.set(other.seat, { peer, troubledSince: Date.now() })
  }

  private pass(other: CallSeatView, signal: PeerSignal): void {
    if (!this.engine.link.line) return // `again` says it once the line is back
    this.engine.hub().sendCallSignal({ roomId: this.roomId, seat: this.seat, toPerson: other.personId, toSeat: other.seat, signal: JSON.stringify(signal) })
      .catch(() => undefined) // lost, or the other has gone: the list will say so, or `look` tries again
  }

  private signalled(signal: CallSignalView): void {
    if (signal.roomId !== this.roomId || signal.toSeat !== this.seat) return
    const known = this.peers.get(signal.fromSeat)
    // It may be here before the list in which its sender stands.
    if (!known) this.early = [...this.early, signal].slice(-earlyKept)
    else void known.peer.receive(JSON.parse(signal.signal) as PeerSignal)
  }

  private look(): void {
    if (!this.engine.link.line || this.state.get().is !== 'in') return
    if (!this.seated || Date.now() - this.ticketAt > renewAfter) this.retake()
    for (const kept of this.peers.values()) {
      if (kept.peer.connected || Date.now() - kept.troubledSince < stuckAfter) continue
      kept.troubledSince = Date.now()
      kept.peer.again()
    }
  }

  private show(change: Partial<CallNow>): void {
    const seats = this.engine.calls.get()[this.roomId]?.seats ?? []
    const others = [...this.peers].map(([seat, { peer }]): Other => {
      const told = seats.find((one) => one.seat === seat)
      return { seat, personId: told?.personId ?? '', stream: peer.stream, connected: peer.connected, audio: told?.audio ?? false, video: told?.video ?? false, muted: told?.muted ?? false }
    })
    this.state.update((now) => ({ ...now, others, ...change }))
  }

  private end(ended: Ended): void {
    if (this.state.get().is === 'ended') return
    for (const stop of this.stops) stop()
    for (const { peer } of this.peers.values()) peer.close()
    this.peers.clear()
    stopAll(this.own)
    this.state.update((now) => ({ ...now, is: 'ended', ended, others: [] }))
  }
}

const serverOf = ({ urls, userName, credential }: IceServerView): RTCIceServer => ({ urls, ...(userName !== null && { username: userName }), ...(credential !== null && { credential }) })
