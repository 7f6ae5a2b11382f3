import { useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Dialog } from '@/ui/dialog'
import { searchPalette, type PaletteItem } from './palette-search'

interface Props {
  items: () => readonly PaletteItem[]
  open: boolean
  close: () => void
  go: (item: PaletteItem) => void
}

/** Ctrl+K: jump to a room, a case or an act by a few letters. */
export function Palette({ open, close, ...rest }: Props) {
  const { t } = useTranslation()
  return <Dialog title={t('console.palette.title')} open={open} close={close} testId="palette"><Search close={close} {...rest} /></Dialog>
}

function Search({ items: now, close, go }: Omit<Props, 'open'>) {
  const { t } = useTranslation()
  // As they stood when it was opened: somebody who speaks meanwhile must not move another room under the key.
  const [items] = useState(now)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const found = searchPalette(items, query)
  const chosen = Math.min(at, Math.max(0, found.length - 1))
  const take = (item: PaletteItem | undefined) => {
    if (!item) return
    // A dialog that closes gives the keyboard back to where it was, and with it the pane there: that comes first, then the jump.
    flushSync(close)
    go(item)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((chosen + step + found.length) % Math.max(1, found.length))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      take(found[chosen])
    }
  }
  return (
    <div className="stack tight">
      <input
        className="input" type="search" autoFocus value={query} onChange={(event) => { setQuery(event.target.value); setAt(0) }} onKeyDown={press} placeholder={t('console.palette.hint')} aria-label={t('console.palette.title')}
        role="combobox" aria-expanded="true" aria-controls="palette-list" aria-activedescendant={found.length > 0 ? `palette-${chosen}` : undefined} data-testid="palette-search"
      />
      <ul className="plain palette-list" id="palette-list" role="listbox">
        {found.map((item, index) => (
          <li key={item.id} id={`palette-${index}`} role="option" aria-selected={index === chosen} onClick={() => take(item)} data-testid="palette-item" data-id={item.id}>
            <b>{item.title}</b><span className="soft small">{t(`console.palette.${item.kind}`)} · {item.hint}</span>
          </li>
        ))}
        {found.length === 0 && <li className="soft">{t('console.palette.none')}</li>}
      </ul>
    </div>
  )
}
