import type { Texts } from '@/lib/texts'
import type { evidence as zh } from './i18n.zh'

export const evidence: Texts<typeof zh> = {
  camera: 'Take a photo',
  file: 'Choose a file',
  voice: 'Record a voice note',
  look: 'Open',
  hide: 'Hide',
  hash: 'check',
  sending: 'uploading…',
  kinds: 'Photos, PDF, text files or voice, up to 20 MB each, voice up to two minutes.',
  title: 'Exhibits',
  none: 'No exhibits.',
  remove: 'Remove {{name}}',
}
