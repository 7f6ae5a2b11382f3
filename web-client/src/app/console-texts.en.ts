import type { Texts } from '@/lib/texts'
import type { consoleTexts as zh } from './console-texts.zh'

export const consoleTexts: Texts<typeof zh> = {}
