import { useTranslation } from 'react-i18next'
import { ConnectionBanner } from '@/features/rooms'
import type { PanePreset } from '@/features/rooms/pane-layout'
import { Icon } from '@/ui/icon'
import { AlertBell } from './alerts/alert-bell'
import { Load } from './load'
import type { Desk } from './use-desk'
import type { ConsoleWindow, Part } from './use-window'

interface Props {
  desk: Desk
  view: ConsoleWindow
  calls: number
  hasSide: boolean
  silenced: boolean
  search: () => void
  keys: () => void
  snippets: () => void
}

const presets: readonly PanePreset[] = [1, 2, 4]

/** Above everything: how fresh the page is, how many panes, the way to any room, the own load. */
export function ConsoleBar({ desk, view, calls, hasSide, silenced, search, keys, snippets }: Props) {
  const { t } = useTranslation()
  const parts: Part[] = hasSide ? ['list', 'rooms', 'side'] : ['list', 'rooms']
  return (
    <div className="console-bar" data-testid="console-bar">
      <ConnectionBanner />
      <div className="switch-bar console-parts-switch" role="group" aria-label={t('console.parts.label')}>
        {parts.map((part) => (
          <button key={part} type="button" aria-current={view.shown === part ? 'page' : undefined} onClick={() => view.show(part)} data-testid={`part-${part}`}>
            {t(`console.parts.${part}`)}{part === 'list' && calls > 0 && <span className="badge count">{calls}</span>}
          </button>
        ))}
      </div>
      <div className="switch-bar console-presets" role="group" aria-label={t('console.presets')}>
        {presets.map((preset) => (
          <button key={preset} type="button" aria-current={desk.layout.preset === preset ? 'page' : undefined} onClick={() => desk.preset(preset)} aria-label={t('console.preset', { count: preset })} title={t('console.preset', { count: preset })} data-testid={`preset-${preset}`}>{preset}</button>
        ))}
      </div>
      <button type="button" className="button small-button quiet find" onClick={search} data-testid="palette-open"><Icon name="search" size={16} /> <span>{t('console.palette.open')}</span> <kbd className="wide-only">Ctrl K</kbd></button>
      <button type="button" className="button small-button plain wide-only" onClick={keys} data-testid="keys-open">{t('console.keys.title')}</button>
      <button type="button" className="button small-button plain wide-only" onClick={snippets} data-testid="snippets-open">{t('snippets.book')}</button>
      <AlertBell silenced={silenced} />
      <Load />
    </div>
  )
}
