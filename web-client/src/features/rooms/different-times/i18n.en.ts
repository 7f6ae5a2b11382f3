import type { Texts } from '@/lib/texts'
import type { times as zh } from './i18n.zh'

export const times: Texts<typeof zh> = {
  title: 'Taking part at different times',
  lead: 'The parties need not be here together: the room stays open on the days agreed, also while the mediator is out, and each writes when it suits. It takes effect only when every party agrees; any party may take the agreement back at any time.',
  means: 'Until {{last}} the room stays open and each writes when it suits, also while the mediator is out; whose turn it is writes within {{hours}} hours. When it takes longer there is a reminder and no right is lost. It takes effect only when every party agrees, and any party may take the agreement back at any time.',
  unverified: '(article to be verified)',
  last: 'Last day (Beijing time)',
  turn: 'Time for each turn',
  hours: '{{hours}} hours',
  propose: 'Propose and ask the parties',
  asksYou: '{{name}} proposes that the parties take part at different times (until {{last}}). Do you agree?',
  asking: '{{name}} proposes that the parties take part at different times (until {{last}}); waiting for answers',
  inEffect: 'The parties take part at different times, until {{last}}: write when it suits you.',
  yourTurn: 'It is your turn: please write before {{due}}.',
  turnOf: 'It is {{name}}’s turn, until {{due}}.',
  answer: 'Read and answer',
  look: 'Look',
  toRoom: 'Write now',
  consent: 'I agree',
  withdraw: 'Take my agreement back',
  giveTurn: 'Ask {{name}} to write',
  end: 'End taking part at different times',
}
