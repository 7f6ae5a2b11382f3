import { useTranslation } from 'react-i18next'
import type { RoomLook } from './room-words'

/** What stands on the send button: to whom, and into which room. */
export function SendLabel({ look, names, room }: { look: RoomLook; names: readonly string[]; room: string }) {
  const { t } = useTranslation()
  const [first = '', ...more] = names
  const whom = names.length === 0 ? room : more.length > 1 ? t('console.send.more', { name: first, all: names.length, more: more.length }) : names.join(t('ui.comma'))
  return (
    <span className="send-label">
      <b>{t(look === 'private' || look === 'panel' ? 'console.send.only' : 'console.send.to', { names: whom })}</b>
      <small>{room}</small>
    </span>
  )
}
