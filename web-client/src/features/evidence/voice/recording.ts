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

export interface Running {
  /** Ends it, or finds it ended, and gives what was said until then. */
  readonly stop: () => Promise<Recording>
  /** Gives nothing. */
  readonly drop: () => void
}

/**
 * Starts to record. Whichever way it ends, the microphone is let go.
 * @param lost called when the recording has ended by itself: the microphone was taken away
 * @throws CannotRecord
 */
export async function record(lost: () => void): Promise<Running> {
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
  let asked = false
  const began = performance.now()
  const ended = new Promise<Recording>((resolve, reject) => {
    const over = () => {
      for (const track of stream.getTracks()) track.stop()
      const seconds = Math.min(longest, Math.max(1, Math.round((performance.now() - began) / 1_000)))
      const blob = new Blob(parts, { type: kind.type })
      if (blob.size > 0) resolve({ blob, seconds, extension: kind.extension })
      else reject(new CannotRecord('failed'))
      if (!asked) lost()
    }
    recorder.onstop = over
    recorder.onerror = over // what was said until then is still there
  })
  ended.catch(() => undefined) // told to whoever asks by `stop`
  recorder.start()
  const end = () => {
    asked = true
    if (recorder.state !== 'inactive') recorder.stop()
  }
  return {
    stop: () => {
      end()
      return ended
    },
    drop: end,
  }
}
