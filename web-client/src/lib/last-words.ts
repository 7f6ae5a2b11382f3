// What was typed in the last moment before a page goes. IndexedDB may not finish then; localStorage is written at once.
const prefix = 'odr.last.'

export function keepLastWords(key: string, words: string): void {
  try {
    localStorage.setItem(prefix + key, words)
  } catch {
    // Storage is closed to us or full: what was saved a moment ago is all that is kept.
  }
}

/** Called when the same words are safe in IndexedDB. */
export function forgetLastWords(key: string): void {
  try {
    localStorage.removeItem(prefix + key)
  } catch {
    // Storage is closed to us: nothing was kept.
  }
}

/** The words kept under keys that begin so, by the rest of their keys. */
export function lastWords(start: string): Record<string, string> {
  try {
    const whole = prefix + start
    return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(whole)).map(([key, words]) => [key.slice(whole.length), String(words)]))
  } catch {
    return {} // storage is closed to us
  }
}
