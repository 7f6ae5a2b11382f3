// For the tests: as much of an RTCPeerConnection as signalling is made of (RFC 8829), without a network.

let offers = 0

export class FakeConnection {
  static made: FakeConnection[] = []
  signalingState: RTCSignalingState = 'stable'
  connectionState: RTCPeerConnectionState = 'new'
  localDescription: RTCSessionDescriptionInit | null = null
  remoteDescription: RTCSessionDescriptionInit | null = null
  onnegotiationneeded: (() => void) | null = null
  onicecandidate: ((event: { candidate: { toJSON(): RTCIceCandidateInit } | null }) => void) | null = null
  onconnectionstatechange: (() => void) | null = null
  ontrack: ((event: { track: MediaStreamTrack }) => void) | null = null
  readonly candidates: RTCIceCandidateInit[] = []
  readonly transceivers: { direction: string; receiver: { track: { kind: string } }; sender: { track: unknown; replaceTrack(track: unknown): Promise<void> } }[] = []
  servers: RTCIceServer[] | undefined
  private needed = false
  private stable: { local: RTCSessionDescriptionInit | null; remote: RTCSessionDescriptionInit | null } = { local: null, remote: null }

  constructor(readonly configuration: RTCConfiguration = {}) {
    FakeConnection.made.push(this)
  }

  addTransceiver(of: string | { kind: string }): void {
    this.add(typeof of === 'string' ? of : of.kind, typeof of === 'string' ? null : of)
    this.need()
  }

  getTransceivers() { return this.transceivers }
  getConfiguration(): RTCConfiguration { return this.configuration }
  setConfiguration({ iceServers }: RTCConfiguration): void { this.servers = iceServers }
  restartIce(): void { this.need() }

  async setLocalDescription(): Promise<void> {
    await Promise.resolve()
    if (this.connectionState === 'closed') throw new DOMException('', 'InvalidStateError')
    if (this.signalingState === 'have-remote-offer') {
      this.localDescription = { type: 'answer', sdp: `to ${this.remoteDescription?.sdp ?? ''}` }
      this.settle()
    } else {
      this.localDescription = { type: 'offer', sdp: `offer ${++offers}` }
      this.signalingState = 'have-local-offer'
    }
  }

  async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    await Promise.resolve()
    if (description.type === 'offer') {
      if (this.signalingState === 'have-local-offer') {
        this.localDescription = this.stable.local // taken back; the need for an offer is still there
        this.needed = true
      }
      this.remoteDescription = description
      this.signalingState = 'have-remote-offer'
      if (this.transceivers.length === 0) for (const kind of ['audio', 'video']) this.add(kind, null)
      return
    }
    if (this.signalingState !== 'have-local-offer') throw new DOMException('', 'InvalidStateError')
    if (description.sdp !== `to ${this.localDescription?.sdp ?? ''}`) throw new DOMException('an answer to another offer', 'OperationError')
    this.remoteDescription = description
    this.settle()
  }

  addIceCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    if (!this.remoteDescription) return Promise.reject(new DOMException('', 'InvalidStateError'))
    this.candidates.push(candidate)
    return Promise.resolve()
  }

  gather(candidate: string): void {
    this.onicecandidate?.({ candidate: { toJSON: () => ({ candidate }) } })
  }

  become(state: RTCPeerConnectionState): void {
    this.connectionState = state
    this.onconnectionstatechange?.()
  }

  close(): void { this.connectionState = 'closed' }

  private add(kind: string, first: unknown): void {
    const sender = { track: first, replaceTrack: (track: unknown) => { sender.track = track; return Promise.resolve() } }
    this.transceivers.push({ direction: 'recvonly', receiver: { track: { kind } }, sender })
  }

  private settle(): void {
    this.signalingState = 'stable'
    this.stable = { local: this.localDescription, remote: this.remoteDescription }
    if (this.needed) this.need()
  }

  private need(): void {
    this.needed = true
    queueMicrotask(() => {
      if (!this.needed || this.signalingState !== 'stable' || this.connectionState === 'closed') return
      this.needed = false
      this.onnegotiationneeded?.()
    })
  }
}

/** Enough of a MediaStream to hold tracks. */
export class FakeStream {
  private readonly held: FakeTrack[] = []
  addTrack(track: FakeTrack): void { this.held.push(track) }
  removeTrack(track: FakeTrack): void { this.held.splice(this.held.indexOf(track), 1) }
  getTracks(): FakeTrack[] { return [...this.held] }
  getAudioTracks(): FakeTrack[] { return this.held.filter((track) => track.kind === 'audio') }
  getVideoTracks(): FakeTrack[] { return this.held.filter((track) => track.kind === 'video') }
}

export interface FakeTrack { kind: string; enabled: boolean; stopped: boolean; stop(): void }

export function fakeTrack(kind: 'audio' | 'video'): FakeTrack {
  const track: FakeTrack = { kind, enabled: true, stopped: false, stop: () => { track.stopped = true } }
  return track
}
