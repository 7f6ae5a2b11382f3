import { useTranslation } from 'react-i18next'
import type { RoomKind } from '@/contracts/realtime'
import { Icon } from '@/ui/icon'

/** *Seen by …*: from the same rule that decides who gets the entry. */
export function SeenBy({ names, kind }: { names: readonly string[]; kind: RoomKind }) {
  const { t } = useTranslation()
  return (
    <p className="seen-by" data-kind={kind} data-testid="seen-by">
      <Icon name="eye" size={18} />
      <span>{names.length === 0 ? t('rooms.seenByNobody') : t(kind === 'Caucus' ? 'rooms.seenByOnly' : kind === 'Panel' ? 'rooms.seenByMediators' : 'rooms.seenBy', { names: names.join(t('ui.comma')) })}</span>
    </p>
  )
}
