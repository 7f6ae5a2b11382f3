import { beforeEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { caucusEchoMs, sendLockMs, WrongRoomGuard, type RoomSide } from './wrong-room-guard'

const joint: RoomSide = { id: 'joint', kind: 'Joint', name: '联合调解室' }
const withLi: RoomSide = { id: 'caucus-li', kind: 'Caucus', name: '单独沟通·李海生' }
const withZhou: RoomSide = { id: 'caucus-zhou', kind: 'Caucus', name: '单独沟通·周永顺' }
const all = [joint, withLi, withZhou]

let time = 0
let guard: WrongRoomGuard

beforeEach(() => {
  time = 10_000
  guard = new WrongRoomGuard(() => time)
})

describe('switching panes', () => {
  it('locks sending for a moment, then lets go', () => {
    guard.focus(joint)
    expect(guard.lockedFor('joint')).toBe(0)
    guard.focus(withLi)
    expect(guard.lockedFor('caucus-li')).toBe(sendLockMs)
    time += sendLockMs - 1
    expect(guard.lockedFor('caucus-li')).toBe(1)
    time += 1
    expect(guard.lockedFor('caucus-li')).toBe(0)
  })

  it('does not start the lock again while the same room keeps the focus', () => {
    guard.focus(joint)
    guard.focus(withLi)
    time += 600
    guard.focus(withLi)
    expect(guard.lockedFor('caucus-li')).toBe(sendLockMs - 600)
  })

  it('never lets a room without the focus be sent to', () => {
    guard.focus(joint)
    time += 60_000
    expect(guard.lockedFor('caucus-li')).toBeGreaterThan(0)
  })

  it('over ten thousand random switches nothing goes out sooner than 700 ms after a switch, nor to a room without focus', () => {
    const step = fc.record({ room: fc.constantFrom(...all), wait: fc.integer({ min: 0, max: 1500 }), send: fc.constantFrom(...all) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const tested = new WrongRoomGuard(() => time)
        let active: RoomSide | undefined
        let switched = Number.NEGATIVE_INFINITY
        for (const { room, wait, send } of steps) {
          if (active && active.id !== room.id) switched = time
          active = room
          tested.focus(room)
          time += wait
          const goes = tested.lockedFor(send.id) === 0
          expect(goes).toBe(send.id === room.id && time - switched >= sendLockMs)
        }
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('pasting', () => {
  it('asks when words of a caucus are about to land in another room', () => {
    guard.copied(withLi, '说实话,三千四我就能接受')
    expect(guard.pastedFrom(joint, '说实话,三千四我就能接受')).toEqual(withLi)
    expect(guard.pastedFrom(withZhou, '三千四我就能接受')).toEqual(withLi)
    expect(guard.pastedFrom(joint, '他说:说实话, 三千四我就能接受。')).toEqual(withLi)
  })

  it('does not ask in the room the words come from, nor for words of the joint room', () => {
    guard.copied(withLi, '三千四我就能接受')
    guard.copied(joint, '四月的工资我愿意付')
    expect(guard.pastedFrom(withLi, '三千四我就能接受')).toBeNull()
    expect(guard.pastedFrom(withLi, '四月的工资我愿意付')).toBeNull()
  })

  it('does not cry wolf over a scrap', () => {
    guard.copied(withLi, '同意')
    expect(guard.pastedFrom(joint, '同意')).toBeNull()
  })

  it('believes the mark on the clipboard even when the copy was made in another tab', () => {
    expect(guard.pastedFrom(joint, '一千六', 'caucus-zhou', all)).toEqual(withZhou)
    expect(guard.pastedFrom(withZhou, '一千六', 'caucus-zhou', all)).toBeNull()
    expect(guard.pastedFrom(withZhou, '一千六以内', 'joint', all)).toBeNull()
    expect(guard.pastedFrom(joint, '一千六', 'not-mine', all)).toBeNull()
  })
})

describe('speaking to everybody right after a caucus', () => {
  it('holds the first words for taking back, for a minute', () => {
    guard.focus(withLi)
    guard.focus(joint)
    expect(guard.holds(joint)).toBe(true)
    expect(guard.holds(withZhou)).toBe(false)
    time += caucusEchoMs
    expect(guard.holds(joint)).toBe(false)
  })
})

describe('the panel of the mediators', () => {
  const panel: RoomSide = { id: 'panel', kind: 'Panel', name: '合议室' }

  it('holds the first words after it to everybody, and to one side alone too', () => {
    guard.focus(panel)
    for (const room of [joint, withLi]) {
      guard.focus(room)
      expect(guard.holds(room)).toBe(true)
    }
    time += caucusEchoMs
    expect(guard.holds(joint)).toBe(false)
  })

  it('holds nothing that goes into it', () => {
    guard.focus(withLi)
    guard.focus(panel)
    expect(guard.holds(panel)).toBe(false)
  })

  it('asks before its words land in any other room', () => {
    guard.copied(panel, '我看先压一压利息')
    expect(guard.pastedFrom(joint, '先压一压利息')).toEqual(panel)
    expect(guard.pastedFrom(withLi, '我看先压一压利息')).toEqual(panel)
    expect(guard.pastedFrom(panel, '我看先压一压利息')).toBeNull()
    expect(guard.pastedFrom(joint, '别的话语', panel.id, [...all, panel])).toEqual(panel)
  })
})
