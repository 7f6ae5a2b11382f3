import type { Texts } from '@/lib/texts'
import type { sheets as zh } from './i18n.zh'

export const sheets: Texts<typeof zh> = {
  title: 'Undisputed facts and minutes',
  kind: { UndisputedFacts: 'Undisputed facts ({{number}})', Minutes: 'Minutes ({{number}})' },
  state: { Draft: 'being written', Asked: 'to be checked by all', Confirmed: 'confirmed by all' },
  effect: { UndisputedFacts: 'Facts confirmed by everyone can be relied on later. Concessions made to reach a settlement are not among them.', Minutes: 'Minutes checked and confirmed online are as valid as minutes on paper.' },
  ask: 'Please check every word. If it matches what you know, confirm it; if not, write what needs to be corrected.',
  confirm: 'That is right, I confirm',
  correct: 'Something is wrong',
  correction: 'What is wrong, and what it should say',
  send: 'Send it to the mediator',
  confirmed: '{{name}} has confirmed ({{time}})',
  corrected: '{{name}} asks for a correction: {{text}}',
  waiting: 'Still to check: {{names}}',
  begin: { UndisputedFacts: 'Write undisputed facts', Minutes: 'Write minutes' },
  goOn: { UndisputedFacts: 'Continue with the facts', Minutes: 'Continue with the minutes' },
  write: { UndisputedFacts: 'Facts everyone accepts', Minutes: 'Minutes' },
  hint: { UndisputedFacts: 'One per line. Only facts, not who would concede how much.', Minutes: 'You can draft them from the record of the room and then edit them.' },
  fromRecord: 'Draft from the record',
  askAll: 'Ask all parties to check',
  save: 'Save for now',
  entry: {
    superseded: 'This version of {{sheet}} has been corrected; see the new one',
    confirmed: '{{name}} confirmed {{sheet}}',
    corrected: '{{name}} asks to correct {{sheet}}: {{text}}',
    stands: '{{name}} confirmed {{sheet}}; everyone has now confirmed',
  },
}
