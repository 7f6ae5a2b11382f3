import { law } from '@/features/law/i18n.en'
import { agenda } from '@/features/rooms/agenda/i18n.en'
import { times } from '@/features/rooms/different-times/i18n.en'
import { holding } from '@/features/rooms/holding/i18n.en'

/** Texts of what is done in rooms only; loaded with a room, not before. */
export const roomTexts = { agenda, holding, law, times }
