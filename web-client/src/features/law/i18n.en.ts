import type { Texts } from '@/lib/texts'
import type { law as zh } from './i18n.zh'

export const law: Texts<typeof zh> = {
  show: 'Show an article of law',
  search: 'Search for',
  hint: 'The name of a statute and a number, or words of its text, in Chinese',
  none: 'Nothing found. Try another word, or the statute and the number alone.',
  empty: 'No statutes have been imported yet. Those who run the service import them with scripts/statutes.',
  more: 'Only the first {{count}} are listed; please add a word.',
  send: 'Show this one',
  showIn: 'Show in',
  showSend: 'Show',
  shown: 'Shown',
  version: 'text passed on {{date}}',
  asShown: 'The text as it was shown; what is changed later does not change here.',
}
