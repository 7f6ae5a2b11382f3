import type { Texts } from '@/lib/texts'
import type { times as zh } from './i18n.zh'

export const times: Texts<typeof zh> = {
  title: 'Taking part at different times',
  lead: 'The parties do not have to be here at the same time: the room stays open on the agreed days, even while the mediator is out, and everyone writes when it suits them. It takes effect only when every party agrees; any party can withdraw consent at any time.',
  means: 'Until {{last}} the room stays open and everyone writes when it suits them, even while the mediator is out. Whoever’s turn it is writes within {{hours}} hours; if it takes longer there is only a reminder, and no right is lost. It takes effect only when every party agrees, and any party can withdraw consent at any time.',
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
  look: 'View',
  toRoom: 'Write now',
  consent: 'I agree',
  withdraw: 'Withdraw my consent',
  giveTurn: 'Ask {{name}} to write',
  end: 'Stop taking part at different times',
}
