import { useEffect, useSyncExternalStore } from 'react'

/** What is being read: whose words they are is known by the key. */
interface Reading {
  readonly key: string
  /** Which of the pieces, from 0. */
  readonly at: number
  /** Words that were said in confidence: never aloud while nobody looks at the page. */
  readonly inConfidence: boolean
}

const synthesis = (): SpeechSynthesis | null => (typeof window !== 'undefined' && 'speechSynthesis' in window ? window.speechSynthesis : null)

let reading: Reading | null = null
/** Goes up with each start and stop: what an utterance of before still reports is not heard. */
let turn = 0
const watchers = new Set<() => void>()

function now(next: Reading | null): void {
  reading = next
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

/** A voice for Chinese words, of the mainland if there is one, or for English ones; null when this device has none. */
function voiceFor(language: string): SpeechSynthesisVoice | null {
  const start = language.slice(0, 2)
  const fit = (synthesis()?.getVoices() ?? []).filter((voice) => voice.lang.replace('_', '-').toLowerCase().startsWith(start))
  return fit.find((voice) => /^zh-CN/i.test(voice.lang.replace('_', '-'))) ?? fit.find((voice) => voice.default) ?? fit[0] ?? null
}

export const languageOf = (text: string): string => (/[\u3400-\u9fff]/.test(text) ? 'zh-CN' : 'en')

export function stopReading(): void {
  turn++
  synthesis()?.cancel()
  now(null)
}

/**
 * Reads the pieces one after the other, in place of whatever is being read.
 * @returns false when it may not or cannot: words in confidence on a hidden page, no voice for their language
 */
export function readAloud(key: string, pieces: readonly string[], { inConfidence = false, from = 0 } = {}): boolean {
  stopReading()
  const speech = synthesis()
  if (!speech || (inConfidence && document.visibilityState === 'hidden')) return false
  const mine = turn
  const next = (at: number): boolean => {
    const text = pieces[at]
    if (text === undefined) {
      now(null)
      return false
    }
    const language = languageOf(text)
    const voice = voiceFor(language)
    if (!voice) return false
    const words = new SpeechSynthesisUtterance(text)
    words.voice = voice
    words.lang = voice.lang
    words.rate = 0.95
    words.onend = () => mine === turn && void next(at + 1)
    words.onerror = () => mine === turn && now(null)
    now({ key, at, inConfidence })
    speech.speak(words)
    return true
  }
  return next(from)
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden' && reading?.inConfidence) stopReading()
})

/** What is being read under this key: the number of the piece; null when nothing is. */
export function useReading(key: string): number | null {
  return useSyncExternalStore(watch, () => (reading?.key === key ? reading.at : null))
}

/** Whether this device can read Chinese aloud. Voices are known a moment after the page, hence also told later. */
export function useHasVoice(language = 'zh-CN'): boolean {
  useEffect(() => {
    const speech = synthesis()
    const told = () => now(reading)
    speech?.addEventListener('voiceschanged', told)
    return () => speech?.removeEventListener('voiceschanged', told)
  }, [])
  return useSyncExternalStore(watch, () => voiceFor(language) !== null)
}
