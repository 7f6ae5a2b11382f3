import type { Texts } from '@/lib/texts'
import type { board as zh } from './i18n.zh'

export const board: Texts<typeof zh> = {
  title: 'Case board',
  lead: 'Status and clocks only, nothing of what is said.',
  search: 'Find by number, title, mediator',
  show: { needed: 'Waiting for this centre', running: 'Running', ended: 'Ended', all: 'All' },
  column: { number: 'Number', title: 'Title', kind: 'Kind', stage: 'Stage', organisation: 'Organisation', mediator: 'Mediator', clock: 'Next clock', filed: 'Filed', changed: 'Changed' },
  unattended: { title: 'Waiting unheard', none: 'Nobody waits unheard', some: 'Cases in which somebody waits and the mediator has not answered: {{count}}', waits: 'for {{count}} min · mediator {{mediator}}', limit: 'Alert after', minutes: '{{count}} min' },
  texts: 'Canned texts',
  noClock: 'No clock is running',
  hidden: '(with the organisation)',
  none: 'No such case.',
  more: 'Show older ones',
  detail: 'Case',
  status: 'Status',
  supervised: 'Your organisation stands above: only status and clocks are shown here.',
  appoint: {
    title: 'Appoint a mediator',
    again: 'Appoint another mediator',
    now: 'Now: {{name}}',
    search: 'Find by name',
    skilled: 'Only those skilled in {{kind}}',
    everywhere: 'Search the whole city',
    pick: 'Appoint',
    none: 'No suitable mediator found',
    done: '{{name}} appointed; waiting for the answer',
    away: '{{name}} is away until {{day}}; nobody may attend to the first steps.',
  },
  handOver: {
    title: 'Hand over to another mediator',
    lead: 'For leave, illness, or a connection that came up in a running case. The term runs on. The joint room goes with its record; what a side told the former mediator in caucus does not. Ask whoever takes it first.',
    text: 'Once {{name}} has the case the former mediator sees nothing of it, and his sittings are called off with a message to all. The reason is kept with the case; the parties do not see it.',
    pick: 'Hand over',
    done: 'Handed over to {{name}}',
  },
}
