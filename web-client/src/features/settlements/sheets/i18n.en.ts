import type { Texts } from '@/lib/texts'
import type { sheets as zh } from './i18n.zh'

export const sheets: Texts<typeof zh> = {
  title: 'Undisputed facts and minutes',
  kind: { UndisputedFacts: 'Undisputed facts ({{number}})', Minutes: 'Minutes ({{number}})' },
  state: { Draft: 'being written', Asked: 'to be checked by all', Confirmed: 'confirmed by all' },
  effect: { UndisputedFacts: 'Facts that all have confirmed may be relied on later; what was conceded to settle is not among them.', Minutes: 'Minutes checked and confirmed online have the force of minutes on paper.' },
  ask: 'Please check every word. If it is as you know it, confirm; if not, say what has to be corrected.',
  confirm: 'That is right, I confirm',
  correct: 'Something is wrong',
  correction: 'What is wrong, and how it should read',
  send: 'Give it to the mediator',
  confirmed: '{{name}} has confirmed ({{time}})',
  corrected: '{{name}} asks for a correction: {{text}}',
  waiting: 'Still to check: {{names}}',
  begin: { UndisputedFacts: 'Write undisputed facts', Minutes: 'Write minutes' },
  goOn: { UndisputedFacts: 'Go on with the facts', Minutes: 'Go on with the minutes' },
  write: { UndisputedFacts: 'Facts that everybody accepts', Minutes: 'Minutes' },
  hint: { UndisputedFacts: 'One on each line. Facts alone, not who would give how much.', Minutes: 'They can be made from the record of the room and then be gone over.' },
  fromRecord: 'Make them from the record',
  askAll: 'Put it to all parties',
  save: 'Save for now',
  entry: {
    superseded: 'This version of {{sheet}} has been corrected; see the new one',
    confirmed: '{{name}} confirmed {{sheet}}',
    corrected: '{{name}} asks to correct {{sheet}}: {{text}}',
    stands: '{{name}} confirmed {{sheet}}; now all have',
  },
}
