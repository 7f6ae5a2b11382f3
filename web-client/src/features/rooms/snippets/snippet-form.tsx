import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SnippetView } from '@/contracts/realtime'
import { isEnglish } from '@/lib/sentence'
import { uuid7 } from '@/lib/uuid7'
import { Button } from '@/ui/button'
import { TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { variableNames, variables, type VariableName } from './fill'
import { useWriteSnippet } from './use-snippets'

/** Writes a new text or the next version of one; variables are put in by a tap. */
export function SnippetForm({ one, shared, close }: { one: SnippetView | null; shared: boolean; close: () => void }) {
  const { t, i18n } = useTranslation()
  const [draft, setDraft] = useState({ shortcut: one?.shortcut ?? '', title: one?.title ?? '', text: one?.text ?? '' })
  const [id] = useState(() => one?.id ?? uuid7())
  const write = useWriteSnippet(close)
  const form = useRef<HTMLFormElement>(null)
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }))
  const insert = (name: VariableName) => {
    const area = form.current?.querySelector('textarea')
    const word = `{${isEnglish(i18n.language) ? variables[name] : name}}`
    const [start, end] = [area?.selectionStart ?? draft.text.length, area?.selectionEnd ?? draft.text.length]
    change({ text: draft.text.slice(0, start) + word + draft.text.slice(end) })
    requestAnimationFrame(() => { area?.focus(); area?.setSelectionRange(start + word.length, start + word.length) })
  }
  return (
    <form ref={form} className="stack" onSubmit={(event) => { event.preventDefault(); write.mutate({ id, basedOn: one?.version ?? 0, shared, ...draft }) }}>
      <TextField label={t('snippets.shortcut')} hint={t('snippets.shortcutHint')} required maxLength={20} autoFocus autoComplete="off" value={draft.shortcut} onChange={(event) => change({ shortcut: event.target.value })} data-testid="snippet-shortcut" />
      <TextField label={t('snippets.title')} required maxLength={60} value={draft.title} onChange={(event) => change({ title: event.target.value })} data-testid="snippet-title" />
      <TextArea label={t('snippets.text')} required rows={5} maxLength={2_000} value={draft.text} onChange={(event) => change({ text: event.target.value })} data-testid="snippet-text" />
      <div className="row snippet-variables" role="group" aria-label={t('snippets.variables')}>
        <span className="soft small">{t('snippets.variables')}</span>
        {variableNames.map((name) => <button key={name} type="button" className="button small-button quiet" onClick={() => insert(name)} data-testid="snippet-variable">{isEnglish(i18n.language) ? variables[name] : name}</button>)}
      </div>
      <Refused error={write.error} />
      <div className="row">
        <Button type="submit" busy={write.isPending} data-testid="snippet-save">{t('ui.save')}</Button>
        <Button look="quiet" onClick={close}>{t('ui.cancel')}</Button>
      </div>
    </form>
  )
}
