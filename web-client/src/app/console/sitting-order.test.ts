import { expect, test } from 'vitest'
import { actsOf } from './sitting-order'

const room = (kind: 'Joint' | 'Caucus' | 'Panel' | 'Butler', state: 'Lobby' | 'Open' | 'Adjourned' | 'Closed', caseId: string | null = 'case') => ({ kind, state, caseId })
const of = (view: Partial<Parameters<typeof actsOf>[0]>) => actsOf({ mayPreside: true, callOpen: false, hold: 'Never', room: room('Joint', 'Open'), ...view })
const all = (view: Partial<Parameters<typeof actsOf>[0]>) => { const { first, rest } = of(view); return [...first, ...rest.flatMap(({ names }) => names)] }

test('what a moment asks for is in sight, never more than three', () => {
  expect(of({ room: room('Joint', 'Lobby') }).first).toEqual(['open', 'caucus', 'agreement'])
  expect(of({}).first).toEqual(['caucus', 'adjourn', 'agreement'])
  expect(of({ callOpen: true, hold: 'On' }).first).toEqual(['endCall', 'hold', 'caucus'])
  expect(of({ room: room('Joint', 'Adjourned') }).first).toEqual(['open', 'agreement', 'papers'])
  expect(of({ room: room('Joint', 'Closed') }).first).toEqual(['agreement', 'papers'])
  expect(of({ room: room('Caucus', 'Open') }).first).toEqual(['adjourn', 'agreement', 'papers'])
  expect(of({ room: room('Panel', 'Open') }).first).toEqual(['panel', 'papers'])
  expect(of({ room: room('Butler', 'Open', null) }).first).toEqual(['adjourn'])
})

test('nothing is lost on the way into the menu, and nothing stands in both places', () => {
  for (const kind of ['Joint', 'Caucus', 'Panel', 'Butler'] as const)
    for (const state of ['Lobby', 'Open', 'Adjourned', 'Closed'] as const)
      for (const callOpen of [false, true]) {
        const names = all({ callOpen, room: room(kind, state, kind === 'Butler' ? null : 'case') })
        expect(new Set(names).size).toBe(names.length)
        expect(names).toContain('transcript')
      }
  expect(all({}).sort()).toEqual(['adjourn', 'agenda', 'agreement', 'call', 'caucus', 'close', 'guests', 'hold', 'language', 'panel', 'papers', 'times', 'transcript'])
})

test('who does not preside has the papers and the record, no act', () => {
  expect(all({ mayPreside: false }).sort()).toEqual(['agenda', 'language', 'papers', 'transcript'])
  expect(all({ mayPreside: false, room: room('Panel', 'Open') }).sort()).toEqual(['language', 'transcript'])
})
