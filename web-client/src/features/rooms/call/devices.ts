/** Why camera and microphone cannot be used, as far as the browser tells. */
export type DeviceFault = 'insecure' | 'wechat' | 'unsupported' | 'denied' | 'missing' | 'busy' | 'unknown'

export interface Wanted {
  /** Device id, '' for any, null for none. */
  readonly camera: string | null
  readonly microphone: string | null
}

export class NoDevice extends Error {
  readonly fault: DeviceFault

  constructor(fault: DeviceFault, cause?: unknown) {
    super(fault, { cause })
    this.name = 'NoDevice'
    this.fault = fault
  }
}

const inWeChat = () => /MicroMessenger/i.test(navigator.userAgent)

/** What can be known without asking; null when it may work. */
export function impossible(): DeviceFault | null {
  if (!window.isSecureContext) return 'insecure'
  const can = 'RTCPeerConnection' in window && 'mediaDevices' in navigator && 'getUserMedia' in navigator.mediaDevices
  return can ? null : inWeChat() ? 'wechat' : 'unsupported'
}

function faultOf(error: unknown): DeviceFault {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return inWeChat() ? 'wechat' : 'denied'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing'
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy'
  return 'unknown'
}

const chosen = (id: string) => (id === '' ? {} : { deviceId: { exact: id } })

/**
 * Opens what is wanted. Small pictures: each goes to every other person of the call.
 * @throws NoDevice
 */
export async function openDevices({ camera, microphone }: Wanted): Promise<MediaStream> {
  const cannot = impossible()
  if (cannot) throw new NoDevice(cannot)
  if (camera === null && microphone === null) return new MediaStream()
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: microphone === null ? false : { ...chosen(microphone), echoCancellation: true, noiseSuppression: true },
      video: camera === null ? false : { ...chosen(camera), width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { max: 20 } },
    })
  } catch (error) {
    throw new NoDevice(faultOf(error), error)
  }
}

export interface Device {
  readonly id: string
  readonly name: string
  readonly kind: 'camera' | 'microphone'
}

/** Names are told only after the person has allowed the use. */
export async function listDevices(): Promise<Device[]> {
  const found = await navigator.mediaDevices.enumerateDevices()
  return found.flatMap(({ deviceId, label, kind }) => (kind === 'audiooutput' || deviceId === '' ? [] : [{ id: deviceId, name: label, kind: kind === 'videoinput' ? 'camera' as const : 'microphone' as const }]))
}

export function stopAll(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
