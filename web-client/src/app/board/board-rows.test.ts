import { describe, expect, it } from 'vitest'
import type { CaseStage, CaseSummaryView } from '@/contracts/realtime'
import { boardRows } from './board-rows'

const now = Date.parse('2026-03-02T02:00:00Z')
const aCase = (id: string, stage: CaseStage, dueIn: number | null, title = id, mediatorName: string | null = null): CaseSummaryView => ({
  id, number: `连非诉〔2026〕${id}号`, title, kind: 'LabourWages', stage, closingReason: null, organisationName: '中心', mediatorName, filedAt: '2026-02-01T00:00:00Z', changedAt: `2026-02-0${id.length}T00:00:00Z`,
  nextClock: dueIn === null ? null : { code: 'c', zh: '期限', en: 'term', article: '第一条', startedAt: '2026-02-01T00:00:00Z', dueAt: new Date(now + dueIn * 3_600_000).toISOString(), running: dueIn > 0, verified: true, suspendedSince: null, extendedFrom: null },
})
const cases = [
  aCase('1', 'InMediation', 200, '托盘受潮', '李敏'), aCase('2', 'ChoosingMediator', 300), aCase('3', 'AwaitingAcceptance', -2, '船员工资', '王和'), aCase('4', 'Closed', null), aCase('5', 'Inviting', null),
]
const ids = (show: Parameters<typeof boardRows>[1], search = '') => boardRows(cases, show, search, now).map((one) => one.id)

describe('the board', () => {
  it('puts what waits for the centre first: nobody mediates, or a period is over', () => expect(ids('needed')).toEqual(['3', '2']))
  it('orders by the next clock, without one last', () => expect(ids('running')).toEqual(['3', '1', '2', '5']))
  it('keeps ended cases apart', () => expect(ids('ended')).toEqual(['4']))
  it('finds by every word, in number, title or mediator', () => {
    expect(ids('all', '王和')).toEqual(['3'])
    expect(ids('all', '2026 李敏')).toEqual(['1'])
    expect(ids('all', '李敏 船员')).toEqual([])
  })
})
