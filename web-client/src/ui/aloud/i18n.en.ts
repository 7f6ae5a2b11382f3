import type { Texts } from '@/lib/texts'
import type { aloud as zh } from './i18n.zh'

export const aloud: Texts<typeof zh> = {
  this: 'Read this aloud', stop: 'Stop reading',
  follow: 'Read new messages to me', following: 'Reading new messages aloud',
  clauses: 'Read it to me, clause by clause', clause: 'Read from here',
  none: 'This device has no voice for this language, so it cannot read aloud. You may be able to add one in its settings, under “Text to speech”.',
}
