/** Two short soft tones. The browser lets a page sound only after the person has touched it once. */
let context: AudioContext | null = null

const tones = [{ pitch: 880, at: 0 }, { pitch: 1174.66, at: 0.16 }] as const

/** @param volume 0 to 1. @returns Whether it could be heard. */
export async function chime(volume: number): Promise<boolean> {
  if (typeof AudioContext === 'undefined') return false
  context ??= new AudioContext()
  if (context.state === 'suspended') await Promise.race([context.resume(), new Promise((later) => setTimeout(later, 300))])
  if (context.state !== 'running') return false
  const start = context.currentTime + 0.02
  for (const { pitch, at } of tones) {
    const [tone, gain] = [context.createOscillator(), context.createGain()]
    tone.frequency.value = pitch
    gain.gain.setValueAtTime(0, start + at)
    gain.gain.linearRampToValueAtTime(volume * 0.4, start + at + 0.02)
    gain.gain.exponentialRampToValueAtTime(0.0001, start + at + 0.35)
    tone.connect(gain).connect(context.destination)
    tone.start(start + at)
    tone.stop(start + at + 0.4)
  }
  return true
}
