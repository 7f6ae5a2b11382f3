import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComposerAssist } from '@/features/rooms'
import { fill, unfilledIn, type SnippetValues } from '@/features/rooms/snippets/fill'
import { matching, slashBefore } from '@/features/rooms/snippets/slash'
import { SnippetText } from '@/features/rooms/snippets/snippet-text'
import { useSnippets } from '@/features/rooms/snippets/use-snippets'
import { useComposer } from '@/realtime'
import '@/features/rooms/snippets/snippets.css'

/**
 * `/` and letters in the composer bring up canned texts, filled from the room's case; what the case does not say is shown until somebody fills it.
 * @param fills False in a panel, whose people have nothing of the case: what stands in braces is theirs to write, and they are told so.
 */
export function useSlash(roomId: string, valuesFor: (text: string) => SnippetValues, fills: boolean): ComposerAssist {
  const { t } = useTranslation()
  const { draft, setDraft } = useComposer(roomId)
  const snippets = useSnippets().data ?? []
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [shut, setShut] = useState<number | null>(null)
  const token = slashBefore(draft, Math.min(caret, draft.length))
  const found = token && token.from !== shut ? matching(snippets, token.letters) : []
  const chosen = Math.min(at, Math.max(0, found.length - 1))
  const missing = unfilledIn(draft)
  const id = `slash-${roomId}`

  const take = (index: number, area: HTMLTextAreaElement | null | undefined) => {
    const snippet = found[index]
    if (!snippet || !token) return
    const text = fill(snippet.text, valuesFor(snippet.text))
    setDraft(draft.slice(0, token.from) + text + draft.slice(token.to))
    setAt(0)
    const first = unfilledIn(text)[0]
    // Once the new text stands in the field.
    requestAnimationFrame(() => select(area, token.from + (first?.at ?? text.length), first?.written.length ?? 0))
  }
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (found.length === 0 || event.nativeEvent.isComposing) return false
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setAt((chosen + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length)
    else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') take(chosen, event.currentTarget)
    else if (event.key === 'Escape') setShut(token?.from ?? null)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return {
    keyDown,
    caret: (now) => {
      setCaret(now)
      setShut((was) => (slashBefore(draft, now)?.from === was ? was : null))
    },
    aria: found.length > 0 ? { 'aria-autocomplete': 'list', 'aria-controls': id, 'aria-activedescendant': `${id}-${chosen}` } : {},
    above: (
      <>
        {found.length > 0 && (
          <ul className="slash-menu" role="listbox" id={id} aria-label={t('snippets.menu')} data-testid="slash-menu">
            {found.map((one, index) => (
              <li
                key={one.id} id={`${id}-${index}`} role="option" aria-selected={index === chosen} data-testid="slash-item" data-shortcut={one.shortcut}
                onMouseDown={(event) => event.preventDefault()} onClick={(event) => take(index, event.currentTarget.closest('form')?.querySelector('textarea'))}
              >
                <span><kbd>/{one.shortcut}</kbd> <b>{one.title}</b></span>
                <span className="small snippet-body"><SnippetText text={fill(one.text, valuesFor(one.text))} /></span>
              </li>
            ))}
            {!fills && found.some((one) => unfilledIn(one.text).length > 0) && <li role="presentation" className="small soft" data-testid="slash-not-filled">{t('snippets.notFilledHere')}</li>}
          </ul>
        )}
        {missing.length > 0 && (
          <p className="small notice wait unfilled-note" role="status" data-testid="unfilled">
            {t(fills ? 'snippets.missing' : 'snippets.notFilled')}
            {missing.map((one) => (
              <button key={one.at} type="button" className="link" aria-label={t('snippets.fillIn', { written: one.written })} onClick={(event) => select(event.currentTarget.closest('form')?.querySelector('textarea'), one.at, one.written.length)}>
                <mark className="unfilled">{one.written}</mark>
              </button>
            ))}
          </p>
        )}
      </>
    ),
  }
}

function select(area: HTMLTextAreaElement | null | undefined, from: number, length: number): void {
  area?.focus()
  area?.setSelectionRange(from, from + length)
}
