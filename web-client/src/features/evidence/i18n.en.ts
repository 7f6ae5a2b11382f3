import type { Texts } from '@/lib/texts'
import type { evidence as zh } from './i18n.zh'

export const evidence: Texts<typeof zh> = {
  camera: 'Take a photo',
  file: 'Choose a file',
  hash: 'check',
  sending: 'uploading…',
  kinds: 'Photos, PDF or text files, up to 20 MB each.',
  title: 'Exhibits',
  none: 'No exhibits.',
  remove: 'Remove {{name}}',
}
