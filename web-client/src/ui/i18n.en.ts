import type { Texts } from '@/lib/texts'
import type { ui as zh } from './i18n.zh'

export const ui: Texts<typeof zh> = {
  loading: 'Loading…',
  failed: 'That did not work',
  again: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  confirm: 'Confirm',
  back: 'Back',
  next: 'Next',
  save: 'Save',
  remove: 'Remove',
  add: 'Add',
  colon: '{{before}}: {{after}}',
  aside: ' ({{text}})',
  qualified: '{{label}} ({{with}})',
  comma: ', ',
  optional: '{{label}} (optional)',
  unreachable: 'The service cannot be reached just now. Check the network; nothing you entered is lost.',
  unknownFault: 'Something went wrong on this page. Reload and try again; nothing you entered is lost.',
  skip: 'Skip to content',
}
