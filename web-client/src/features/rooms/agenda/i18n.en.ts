import type { Texts } from '@/lib/texts'
import type { agenda as zh } from './i18n.zh'

export const agenda: Texts<typeof zh> = {
  title: 'Agenda',
  lead: 'Everyone in the room sees the agenda and the time. When time is up it only says so; nobody is cut off. The start and end of each point go on the record.',
  what: 'Point {{number}}',
  length: 'Minutes',
  who: 'Who speaks first (optional)',
  up: 'Move up: {{title}}',
  down: 'Move down: {{title}}',
  drop: 'Remove: {{title}}',
  add: 'Add a point',
  total: '{{minutes}} minutes in all',
  save: 'Save the agenda',
  count: 'Agenda {{done}}/{{all}}',
  next: 'Next: {{title}}',
  allDone: 'All points are done',
  left: '{{time}} left',
  over: '{{time}} over',
  minutes: '{{minutes}} min',
  took: 'took {{minutes}} min (planned {{planned}})',
  start: 'Start',
  end: 'End this point',
}
