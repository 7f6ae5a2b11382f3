import type { Texts } from '@/lib/texts'
import type { panel as zh } from './i18n.zh'

export const panel: Texts<typeof zh> = {
  open: 'Panel',
  more: 'Invite more colleagues',
  title: 'Consult colleagues',
  lead: 'Only you and the colleagues you invite are in the panel. They see this one room, from the moment you invite them, and nothing of the case file, the joint room or a caucus. You can remove them at any time.',
  secret: 'The parties do not see the panel and do not know whether there is one. Its record is kept like any other, and archived and erased with the case.',
  seated: 'In the panel now: {{names}}',
  whom: 'Which colleagues',
  nobody: 'There is no other mediator in this organisation to invite.',
  all: 'All colleagues in this organisation are already in the panel.',
  ask: 'Open the panel and invite them',
  askMore: 'Invite to the panel',
  go: 'Go to the panel',
}
