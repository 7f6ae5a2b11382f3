import 'i18next'
import type { voiceNote } from '@/features/evidence/voice/i18n.zh'
import type { performance } from '@/features/settlements/performance/i18n.zh'
import type { enforcement } from '@/features/settlements/enforcement/i18n.zh'
import type { routes } from '@/features/settlements/routes/i18n.zh'
import type { aloud } from '@/ui/aloud/i18n.zh'
import type { apply } from './apply/i18n.zh'
import type { texts } from './texts.zh'
import type { consoleTexts } from './console-texts.zh'
import type { device } from './device/i18n.zh'
import type { roomTexts } from './room-texts.zh'

// Every key is checked when it is compiled.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    returnNull: false
    resources: { translation: typeof texts & typeof consoleTexts & typeof roomTexts & { readonly apply: typeof apply; readonly enforcement: typeof enforcement; readonly performance: typeof performance; readonly routes: typeof routes; readonly device: typeof device; readonly aloud: typeof aloud; readonly voiceNote: typeof voiceNote } }
  }
}
