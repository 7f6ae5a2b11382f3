import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { CaseStage, CaseSummaryView, RoomKind, RoomView } from '@/contracts/realtime'
import { callsOf, queueOf } from './queue-order'
import { keepOrder } from './use-calm-order'

const now = Date.parse('2026-03-02T02:00:00Z')
const hours = (count: number) => new Date(now + count * 3_600_000).toISOString()

const aCase = (id: string, dueIn: number | null, stage: CaseStage = 'InMediation'): CaseSummaryView => ({
  id, number: `连非诉〔2026〕${id}号`, title: id, kind: 'LabourWages', stage, closingReason: null, organisationName: '中心', mediatorName: '王和', filedAt: hours(-99), changedAt: hours(-9),
  nextClock: dueIn === null ? null : { code: 'c', zh: '期限', en: 'term', article: '第一条', startedAt: hours(-9), dueAt: hours(dueIn), running: dueIn > 0, verified: true, suspendedSince: null, extendedFrom: null },
})
const aRoom = (id: string, caseId: string | null, kind: RoomKind, with_: Partial<RoomView> = {}): RoomView => ({
  id, kind, name: id, nameEn: id, colour: 0, caseId, caseNumber: null, enterpriseId: null, caucusPartyId: null, state: 'Open', myStanding: 'Admitted', head: 1, myRead: 1, unread: 0, waiting: 0, lastEntryAt: null, held: 0, ...with_,
})
const order = (cases: CaseSummaryView[], rooms: RoomView[] = []) => queueOf(cases, rooms, now).running.map((item) => item.case.id)

describe("the mediator's queue", () => {
  it('puts the period that is over or ends within a day before everything', () =>
    expect(order([aCase('calm', 400), aCase('today', 20), aCase('over', -5)], [aRoom('r', 'calm', 'Joint', { waiting: 3, unread: 9 })])).toEqual(['over', 'today', 'calm']))

  it('then somebody in a lobby, then something unread, then the earlier deadline', () =>
    expect(order(
      [aCase('late', 300), aCase('soon', 200), aCase('unread', 400), aCase('waiting', 500), aCase('none', null)],
      [aRoom('r1', 'unread', 'Joint', { unread: 1 }), aRoom('r2', 'waiting', 'Joint', { waiting: 1 })],
    )).toEqual(['waiting', 'unread', 'soon', 'late', 'none']))

  it('does not move a case because somebody spoke in a room that is read', () => {
    const cases = [aCase('a', 100), aCase('b', 200)]
    expect(order(cases, [aRoom('r', 'b', 'Joint', { lastEntryAt: hours(0), head: 99 })])).toEqual(['a', 'b'])
  })

  it('keeps appointments apart, and rooms of ended cases and of no case', () => {
    const queue = queueOf([aCase('new', 30, 'AwaitingAcceptance'), aCase('old', 90)], [aRoom('gone', 'ended', 'Joint'), aRoom('butler', null, 'Butler')], now)
    expect(queue.toAnswer.map((item) => item.case.id)).toEqual(['new'])
    expect(queue.running.map((item) => item.case.id)).toEqual(['old'])
    expect(queue.ended.map((room) => room.id)).toEqual(['gone'])
    expect(queue.standing.map((room) => room.id)).toEqual(['butler'])
  })

  it("shows a colleague's panel apart while it is open, and the mediator's own with its case", () => {
    const queue = queueOf([aCase('mine', 90)], [aRoom('own', 'mine', 'Panel'), aRoom('asked', 'his', 'Panel'), aRoom('over', 'gone', 'Panel', { state: 'Closed' })], now)
    expect(queue.running[0]?.rooms.map((room) => room.id)).toEqual(['own'])
    expect(queue.panels.map((room) => room.id)).toEqual(['asked'])
    expect(queue.ended.map((room) => room.id)).toEqual(['over'])
  })

  it('shows the joint room first, then the caucuses by colour', () => {
    const rooms = [aRoom('second', 'a', 'Caucus', { colour: 2 }), aRoom('first', 'a', 'Caucus', { colour: 1 }), aRoom('joint', 'a', 'Joint', { colour: 5 })]
    expect(queueOf([aCase('a', 90)], rooms, now).running[0]?.rooms.map((room) => room.id)).toEqual(['joint', 'first', 'second'])
  })

  it('keeps its rows in place while somebody points at them; what is new comes in, what has gone goes', () => {
    const ordered = (ids: string[]) => queueOf(ids.map((id, at) => aCase(id, 100 + at)), [], now).running
    expect(keepOrder(['b', 'a', 'c'], ordered(['a', 'b', 'c'])).map((item) => item.case.id)).toEqual(['b', 'a', 'c'])
    expect(keepOrder(['b', 'a', 'c'], ordered(['new', 'a', 'c'])).map((item) => item.case.id)).toEqual(['new', 'a', 'c'])
    expect(keepOrder([], ordered(['a', 'b'])).map((item) => item.case.id)).toEqual(['a', 'b'])
  })

  it('loses nothing and invents nothing, in whatever order things come', () => {
    const some = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), due: fc.option(fc.integer({ min: -50, max: 500 })) }), { selector: (one) => one.id })
    fc.assert(fc.property(some, fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'x', null)), (cases, owners) => {
      const rooms = owners.map((owner, at) => aRoom(`r${at}`, owner, 'Joint', { unread: at }))
      const made = queueOf(cases.map((one) => aCase(one.id, one.due)), rooms, now)
      expect([...made.running.flatMap((item) => item.rooms), ...made.standing, ...made.ended].map((room) => room.id).sort()).toEqual(rooms.map((room) => room.id).sort())
      expect(made.running.map((item) => item.case.id).sort()).toEqual(cases.map((one) => one.id).sort())
    }))
  })

  it('counts for the title who waits and what is unread', () =>
    expect(callsOf([aRoom('a', null, 'Joint', { unread: 2, waiting: 1 }), aRoom('b', null, 'Caucus', { unread: 3 })])).toBe(6))
})
