import { useTranslation } from 'react-i18next'
import type { RoomHandle } from '@/realtime'
import { Icon } from '@/ui/icon'
import { lookOf, nameOf } from './room-words'

interface Props {
  room: RoomHandle
  /** 1–4, the key that leads here. */
  number: number
  title: string
  close: () => void
}

/** The room's colour, its name, and in words who sees what is said here: joint and private can't be taken for each other. */
export function PaneHeader({ room, number, title, close }: Props) {
  const { t, i18n } = useTranslation()
  const view = room.snapshot
  if (!view) return null
  const look = lookOf(view.room.kind)
  const names = view.seenBy.join(t('ui.comma'))
  return (
    <header className="pane-band" data-testid="pane-header">
      <kbd className="pane-number" aria-hidden="true">{number}</kbd>
      <div className="pane-name">
        <h2><span>{nameOf(view.room, i18n.language)}</span> <span className="pane-state" data-testid="room-state" data-state={view.room.state}>{t(`rooms.state.${view.room.state}`)}</span></h2>
        <p className="pane-sees"><Icon name={look === 'private' || look === 'panel' ? 'lock' : 'people'} size={16} /> <span>{names === '' ? t('rooms.seenByNobody') : t(`console.pane.${look}`, { names })}</span></p>
        <p className="pane-case">{[view.room.caseNumber, title].filter(Boolean).join(' · ')}</p>
      </div>
      {room.unread > 0 && <span className="badge count" aria-label={t('app.my.unread', { count: room.unread })} data-testid="pane-unread">{room.unread}</span>}
      <button type="button" className="pane-close" onClick={close} aria-label={t('console.pane.close')} title={t('console.pane.close')} data-testid="pane-close"><Icon name="cross" size={18} /></button>
    </header>
  )
}
