import { law } from '@/features/law/i18n.zh'
import { agenda } from '@/features/rooms/agenda/i18n.zh'
import { times } from '@/features/rooms/different-times/i18n.zh'
import { holding } from '@/features/rooms/holding/i18n.zh'

/** Texts of what is done in rooms only; loaded with a room, not before. */
export const roomTexts = { agenda, holding, law, times } as const
