import { useTranslation } from 'react-i18next'
import type { RoomView } from '@/contracts/realtime'
import { useMe } from '@/features/accounts/me'
import { isEnglish } from '@/lib/sentence'

/** What a room is called on its tab and its send button. A party's caucus is where he is alone with the mediator. */
export function useRoomName() {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const presides = me.data?.roles.includes('Mediator') ?? false
  const own = (room: RoomView) => room.kind === 'Caucus' && !presides
  return {
    name: (room: RoomView) => (own(room) ? t('rooms.alone') : isEnglish(i18n.language) ? room.nameEn : room.name),
    sendTo: (room: RoomView) => (own(room) ? t('rooms.sendAlone') : t('rooms.sendTo', { room: isEnglish(i18n.language) ? room.nameEn : room.name })),
  }
}
