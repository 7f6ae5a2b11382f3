import 'i18next'
import type { texts } from './texts.zh'
import type { consoleTexts } from './console-texts.zh'
import type { roomTexts } from './room-texts.zh'

// Every key is checked when it is compiled.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    returnNull: false
    resources: { translation: typeof texts & typeof consoleTexts & typeof roomTexts }
  }
}
