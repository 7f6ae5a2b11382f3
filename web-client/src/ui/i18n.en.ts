import type { Texts } from '@/lib/texts'
import type { ui as zh } from './i18n.zh'

export const ui: Texts<typeof zh> = {
  loading: 'Loading…',
  failed: 'That did not work',
  missing: 'Not found',
  missingText: 'The address may be wrong, or this does not belong to the account you are signed in with.',
  home: 'Back to the home page',
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
  unreachable: 'We cannot reach the service right now. Check your network; nothing you entered is lost.',
  unknownFault: 'Something went wrong on this page. Reload and try again; nothing you entered is lost.',
  skip: 'Skip to content',
}
