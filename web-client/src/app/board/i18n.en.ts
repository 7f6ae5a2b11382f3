import type { Texts } from '@/lib/texts'
import type { board as zh } from './i18n.zh'

export const board: Texts<typeof zh> = {
  title: 'Case board',
  lead: 'Status and deadlines only, no content.',
  search: 'Find by number, title or mediator',
  show: { needed: 'Waiting for this centre', running: 'In progress', ended: 'Ended', all: 'All' },
  column: { number: 'Number', title: 'Title', kind: 'Kind', stage: 'Stage', organisation: 'Organisation', mediator: 'Mediator', clock: 'Next deadline', filed: 'Filed', changed: 'Changed' },
  unattended: { title: 'Waiting for an answer', none: 'Nobody is waiting for an answer', some: 'Cases where someone is waiting and the mediator has not answered: {{count}}', waits: 'waiting {{count}} min · mediator {{mediator}}', limit: 'Alert after', minutes: '{{count}} min' },
  texts: 'Canned texts',
  noClock: 'No deadline is running',
  hidden: '(known to the organisation)',
  none: 'No cases found.',
  more: 'Show older ones',
  detail: 'Case',
  status: 'Status',
  supervised: 'Your organisation supervises this one: only status and deadlines are shown here.',
  appoint: {
    title: 'Appoint a mediator',
    again: 'Appoint another mediator',
    now: 'Now: {{name}}',
    search: 'Find by name',
    skilled: 'Only those experienced in: {{kind}}',
    everywhere: 'Search the whole city',
    pick: 'Appoint',
    none: 'No suitable mediator found',
    done: '{{name}} appointed; waiting for the answer',
    away: '{{name}} is away until {{day}}; the first steps may not be handled until then.',
  },
  handOver: {
    title: 'Hand over to another mediator',
    lead: 'Give a running case to someone else when the mediator is on leave, is ill or has to step aside. The time limit keeps running. The record of the joint room goes with the case; what a party told the former mediator in caucus does not. Please ask the new mediator first.',
    text: 'Once {{name}} has the case, the former mediator can no longer see it, and the sittings they arranged are cancelled with a message to everyone. The reason is kept with the case; the parties do not see it.',
    pick: 'Hand over',
    done: 'Handed over to {{name}}',
  },
}
