import { useEffect } from 'react'

export interface ConsoleKeys {
  palette: () => void
  pane: (index: number) => void
  walk: (step: 1 | -1) => void
  /** To what can be done in the room at hand: letting in, opening, talking with one side alone. */
  acts: () => void
  help: () => void
}

/** Into a field, or into a room that has just been opened and has none yet: what is typed ahead must not lead to another room. */
const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.closest('.pane[data-loading=true]') !== null || target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])'))

/** Ctrl+K anywhere; Alt+1–4 anywhere; 1–4, J, K, A and ? while nothing is being written; Esc leaves the writing. */
export function useConsoleKeys(keys: ConsoleKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = event.isComposing || event.defaultPrevented ? null : actOf(event, keys)
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [keys])
}

function actOf(event: KeyboardEvent, keys: ConsoleKeys): (() => void) | null {
  const command = event.ctrlKey || event.metaKey
  if (command && !event.altKey && event.key.toLowerCase() === 'k') return keys.palette
  if (command || document.querySelector('dialog[open]')) return null
  const writing = writes(event.target)
  const pane = /^Digit([1-4])$/.exec(event.code)
  if (pane && (event.altKey || (!writing && !event.shiftKey))) return () => keys.pane(Number(pane[1]) - 1)
  if (writing) return event.key === 'Escape' && event.target instanceof HTMLTextAreaElement ? event.target.blur.bind(event.target) : null
  if (event.altKey) return null
  if (event.key === 'j' || event.key === 'k') return () => keys.walk(event.key === 'j' ? 1 : -1)
  return event.key === 'a' ? keys.acts : event.key === '?' ? keys.help : null
}
