import type { Texts } from '@/lib/texts'
import type { panel as zh } from './i18n.zh'

export const panel: Texts<typeof zh> = {
  open: 'Panel',
  more: 'Ask more colleagues',
  title: 'Consult colleagues',
  lead: 'In the panel there are only you and the colleagues you ask in. They see this one room, from the moment they are asked in; nothing of the case file, the joint room or a caucus. You can ask them out at any time.',
  secret: 'No party sees the panel, nor learns whether there is one. What is said in it is kept like every other record, and archived and erased with the case.',
  seated: 'In the panel now: {{names}}',
  whom: 'Which colleagues',
  nobody: 'There is no other mediator of this organisation to ask.',
  all: 'All colleagues of this organisation are in the panel.',
  ask: 'Open the panel and ask them in',
  askMore: 'Ask into the panel',
  go: 'Go to the panel',
}
