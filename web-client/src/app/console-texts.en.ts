import { guidance } from '@/features/cases/guidance/i18n.en'
import { notes } from '@/features/cases/notes/i18n.en'
import { pairings } from '@/features/network/pairings/i18n.en'
import { panel } from '@/features/rooms/panel/i18n.en'
import { snippets } from '@/features/rooms/snippets/i18n.en'
import { drafting } from '@/features/settlements/drafting/i18n.en'
import type { Texts } from '@/lib/texts'
import { board } from './board/i18n.en'
import { console } from './console/i18n.en'
import type { consoleTexts as zh } from './console-texts.zh'

export const consoleTexts: Texts<typeof zh> = { console, drafting, board, notes, snippets, guidance, pairings, panel }
