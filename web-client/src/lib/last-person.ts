// Who worked on this device last, so that without a network his own unsent words can be shown, and nobody else's.
const key = 'odr.person'

export function rememberPerson(personId: string): void {
  try {
    localStorage.setItem(key, personId)
  } catch {
    // Storage is closed to us: nothing is kept on this device anyhow.
  }
}

export function forgetPerson(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Storage is closed to us: nothing was kept.
  }
}

export function lastPerson(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
