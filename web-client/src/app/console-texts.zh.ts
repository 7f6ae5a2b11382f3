import { guidance } from '@/features/cases/guidance/i18n.zh'
import { notes } from '@/features/cases/notes/i18n.zh'
import { pairings } from '@/features/network/pairings/i18n.zh'
import { panel } from '@/features/rooms/panel/i18n.zh'
import { snippets } from '@/features/rooms/snippets/i18n.zh'
import { drafting } from '@/features/settlements/drafting/i18n.zh'
import { board } from './board/i18n.zh'
import { console } from './console/i18n.zh'

/** Texts of the staff pages; loaded with them, not with the party pages. */
export const consoleTexts = { console, drafting, board, notes, snippets, guidance, pairings, panel } as const
