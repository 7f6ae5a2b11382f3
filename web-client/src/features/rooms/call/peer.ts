/** What two pages say to each other to connect; it travels as text through the hub. */
export interface PeerSignal {
  readonly description?: RTCSessionDescriptionInit
  readonly candidates?: readonly RTCIceCandidateInit[]
}

export interface PeerEvents {
  send(signal: PeerSignal): void
  /** Connected or not, or a track of the other's has come. */
  changed(): void
}

/** The tracks that are sent now; null for what is off or not there. */
export interface OwnTracks {
  readonly audio: MediaStreamTrack | null
  readonly video: MediaStreamTrack | null
}

const gatherFor = 150
const restartAfter = 4_000

/**
 * The connection to one other page, by "perfect negotiation" (W3C WebRTC, 10.7): both sides may offer at any time, and when two offers meet
 * the polite side takes its own back. The other side begins; it alone makes the two transceivers. Candidates trickle, a few at a time.
 */
export class Peer {
  readonly stream = new MediaStream()
  private readonly pc: RTCPeerConnection
  private readonly polite: boolean
  private readonly events: PeerEvents
  private tracks: OwnTracks
  private makingOffer = false
  private ignoring = false
  private gathered: RTCIceCandidateInit[] = []
  private timer: ReturnType<typeof setTimeout> | null = null
  private restart: ReturnType<typeof setTimeout> | null = null
  private closed = false
  private last: Promise<void> = Promise.resolve()

  constructor(pc: RTCPeerConnection, polite: boolean, tracks: OwnTracks, events: PeerEvents) {
    this.pc = pc
    this.polite = polite
    this.tracks = tracks
    this.events = events
    pc.onnegotiationneeded = () => void this.offer()
    pc.onicecandidate = ({ candidate }) => candidate && this.trickle(candidate.toJSON())
    pc.onconnectionstatechange = () => this.moved()
    pc.ontrack = ({ track }) => {
      this.stream.addTrack(track)
      events.changed()
    }
    if (!polite) for (const kind of ['audio', 'video'] as const) pc.addTransceiver(tracks[kind] ?? kind, { direction: 'sendrecv', streams: [] })
  }

  get connected(): boolean {
    return this.pc.connectionState === 'connected'
  }

  /** One after the other, in the order in which they came. */
  receive(signal: PeerSignal): Promise<void> {
    this.last = this.last.then(() => this.take(signal)).catch(() => undefined) // what does not fit is overtaken by a later offer: see `again`
    return this.last
  }

  /** Something else is sent now: another device, or nothing. No negotiation is needed for it. */
  async send(tracks: OwnTracks): Promise<void> {
    this.tracks = tracks
    for (const transceiver of this.pc.getTransceivers()) await transceiver.sender.replaceTrack(tracks[transceiver.receiver.track.kind as 'audio' | 'video'])
  }

  /** From the next search for a path on; what stands stays as it is. */
  reachBy(servers: RTCIceServer[] = []): void {
    if (!this.closed) this.pc.setConfiguration({ ...this.pc.getConfiguration(), iceServers: servers })
  }

  /** After a time without signalling, or without getting anywhere: what may have been lost is said again, a path that broke is looked for anew. */
  again(): void {
    if (this.closed) return
    if (this.pc.signalingState === 'have-local-offer' && this.pc.localDescription) this.events.send({ description: this.pc.localDescription })
    else if (!this.connected && this.pc.remoteDescription) this.pc.restartIce()
  }

  close(): void {
    this.closed = true
    for (const timer of [this.timer, this.restart]) if (timer !== null) clearTimeout(timer)
    this.pc.onnegotiationneeded = this.pc.onicecandidate = this.pc.onconnectionstatechange = this.pc.ontrack = null
    this.pc.close()
  }

  private async offer(): Promise<void> {
    if (this.closed || (this.polite && !this.pc.remoteDescription)) return // the other side begins
    try {
      this.makingOffer = true
      await this.pc.setLocalDescription()
      if (this.pc.localDescription) this.events.send({ description: this.pc.localDescription })
    } catch {
      // Overtaken by an offer of the other side; the browser asks again when it is still needed.
    } finally {
      this.makingOffer = false
    }
  }

  private async take({ description, candidates }: PeerSignal): Promise<void> {
    if (this.closed) return
    if (description) await this.describe(description)
    for (const candidate of candidates ?? []) {
      try {
        await this.pc.addIceCandidate(candidate)
      } catch (error) {
        if (!this.ignoring) throw error
      }
    }
  }

  private async describe(description: RTCSessionDescriptionInit): Promise<void> {
    const offer = description.type === 'offer'
    this.ignoring = !this.polite && offer && (this.makingOffer || this.pc.signalingState !== 'stable')
    if (this.ignoring || (!offer && this.pc.signalingState !== 'have-local-offer')) return
    await this.pc.setRemoteDescription(description)
    if (!offer) return
    if (this.polite) for (const transceiver of this.pc.getTransceivers()) transceiver.direction = 'sendrecv'
    await this.send(this.tracks)
    await this.pc.setLocalDescription()
    if (this.pc.localDescription) this.events.send({ description: this.pc.localDescription })
  }

  private trickle(candidate: RTCIceCandidateInit): void {
    this.gathered.push(candidate)
    this.timer ??= setTimeout(() => {
      this.timer = null
      this.events.send({ candidates: this.gathered.splice(0) })
    }, gatherFor)
  }

  private moved(): void {
    const is = this.pc.connectionState
    if (this.restart !== null) clearTimeout(this.restart)
    this.restart = null
    if (is === 'failed') this.pc.restartIce()
    // Often it comes back by itself; after a change of the network it does not.
    if (is === 'disconnected') this.restart = setTimeout(() => this.pc.restartIce(), restartAfter)
    this.events.changed()
  }
}
