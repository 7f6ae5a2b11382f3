import type { Texts } from '@/lib/texts'
import type { aloud as zh } from './i18n.zh'

export const aloud: Texts<typeof zh> = {
  this: 'Read this aloud', stop: 'Stop reading',
  follow: 'Read new ones to me', following: 'New ones are read aloud',
  clauses: 'Read it to me, clause by clause', clause: 'Read from here',
  none: 'This device has no voice for this, so nothing can be read aloud. Its settings (“Text to speech”) may offer one.',
}
