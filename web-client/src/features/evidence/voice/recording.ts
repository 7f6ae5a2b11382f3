export const longest = 120

export type VoiceFault = 'denied' | 'missing' | 'unsupported' | 'failed'

/** What browsers record and the service takes: Opus in WebM, on Apple's MP4. */
const kinds = [{ type: 'audio/webm;codecs=opus', extension: '.webm' }, { type: 'audio/mp4', extension: '.m4a' }] as const

export interface Recording {
  readonly blob: Blob
  readonly seconds: number
  readonly extension: string
}

export class CannotRecord extends Error {
  readonly fault: VoiceFault

  constructor(fault: VoiceFault, cause?: unknown) {
    super(fault, { cause })
    this.name = 'CannotRecord'
    this.fault = fault
  }
}

const faults: Readonly<Record<string, VoiceFault>> = { NotAllowedError: 'denied', SecurityError: 'denied', NotFoundError: 'missing', NotReadableError: 'missing' }

/**
 * Starts to record. `stop` gives what was said; `drop` gives nothing. Either way the microphone is let go.
 * @throws CannotRecord
 */
export async function record(): Promise<{ stop: () => Promise<Recording>; drop: () => void }> {
  const kind = typeof MediaRecorder === 'function' ? kinds.find(({ type }) => MediaRecorder.isTypeSupported(type)) : undefined
  if (!kind || !('mediaDevices' in navigator)) throw new CannotRecord('unsupported')
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } })
  } catch (error) {
    throw new CannotRecord(faults[error instanceof Error ? error.name : ''] ?? 'failed', error)
  }
  const recorder = new MediaRecorder(stream, { mimeType: kind.type, audioBitsPerSecond: 32_000 })
  const parts: Blob[] = []
  recorder.ondataavailable = ({ data }) => void parts.push(data)
  const began = performance.now()
  recorder.start()
  const release = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  return {
    stop: () => new Promise((resolve, reject) => {
      const seconds = Math.min(longest, Math.max(1, Math.round((performance.now() - began) / 1_000)))
      recorder.onstop = () => {
        release()
        resolve({ blob: new Blob(parts, { type: kind.type }), seconds, extension: kind.extension })
      }
      recorder.onerror = (event) => {
        release()
        reject(new CannotRecord('failed', event))
      }
      recorder.stop()
    }),
    drop: () => {
      if (recorder.state !== 'inactive') recorder.stop()
      release()
    },
  }
}
