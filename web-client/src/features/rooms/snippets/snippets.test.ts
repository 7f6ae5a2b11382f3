import { describe, expect, it } from 'vitest'
import type { CaseView, SnippetView } from '@/contracts/realtime'
import { fill, languageOf, piecesOf, unfilledIn } from './fill'
import { matching, slashBefore } from './slash'
import { noValues, valuesOf } from './values'

const party = (id: string, role: string, name: string, refused = false) => ({ id, role, name, refused })

const view = {
  number: '连非诉〔2026〕000001号', mediatorName: '王调解', organisationName: '总工会非诉分中心', organisationPhone: '0518-12348',
  parties: [party('li', 'Applicant', '李海生'), party('zhou', 'Respondent', '周永顺'), party('wu', 'Respondent', '吴建国'), party('no', 'Respondent', '不来的', true)],
  claims: [{ amountFen: 160_000 }, { amountFen: 180_000 }, { amountFen: null }],
  clocks: [
    { running: true, suspendedSince: null, dueAt: '2026-04-30T16:00:00Z' },
    { running: true, suspendedSince: null, dueAt: '2026-03-31T16:00:00Z' },
    { running: true, suspendedSince: '2026-03-01T00:00:00Z', dueAt: '2026-03-02T16:00:00Z' },
  ],
} as unknown as CaseView

describe('variables', () => {
  it('are filled from the case, in either language, and leave other braces alone', () => {
    const values = valuesOf(view, null, 'zh-CN', new Date('2026-03-05T04:00:00Z'))
    expect(fill('{申请人}、{被申请人}：{案号}，{金额}，{截止日}，{调解员}。', values)).toBe('李海生、周永顺、吴建国：连非诉〔2026〕000001号，3,400.00元（叁仟肆佰元整），2026年3月31日，王调解。')
    expect(fill('{Respondent} / { case number } / {json: 1} / {}', valuesOf(view, null, 'en'))).toBe('周永顺, 吴建国 / 连非诉〔2026〕000001号 / {json: 1} / {}')
  })

  it('that the case does not say stay visible, whole and in their place', () => {
    const text = fill('请{本方}在{截止日}前支付{金额}。', noValues)
    expect(text).toBe('请{本方}在{截止日}前支付{金额}。')
    expect(unfilledIn(text).map((one) => [one.name, text.slice(one.at, one.at + one.written.length)])).toEqual([['本方', '{本方}'], ['截止日', '{截止日}'], ['金额', '{金额}']])
    expect(piecesOf(text).map((piece) => piece.text).join('')).toBe(text)
    expect(unfilledIn('{不认识的} 3/4 {}')).toEqual([])
  })

  it('are written in the language of the text around them, whatever the page is in', () => {
    expect(languageOf('{申请人}，请在{截止日}前')).toBe('zh-CN')
    expect(languageOf('{申请人}: by {截止日}')).toBe('en')
  })

  it('name the own side in its caucus and in no other room', () => {
    expect(valuesOf(view, 'zhou', 'zh-CN').本方).toBe('周永顺')
    expect(valuesOf(view, null, 'zh-CN').本方).toBeNull()
  })

  it('do not fill what was filled: a name with braces in it is no variable again', () => {
    const odd = { ...noValues, 申请人: '{被申请人}', 被申请人: '周永顺' }
    expect(fill('{申请人}', odd)).toBe('{被申请人}')
  })
})

describe('the slash', () => {
  const snippet = (shortcut: string, title: string): SnippetView => ({ id: shortcut, version: 1, shared: false, mayEdit: true, shortcut, title, text: '' })

  it('is heard at the beginning and after a space, never in a date or an address', () => {
    expect(slashBefore('/kc', 3)).toEqual({ letters: 'kc', from: 0, to: 3 })
    expect(slashBefore('好 /KC 后面', 5)).toEqual({ letters: 'kc', from: 2, to: 5 })
    expect(slashBefore('/', 1)).toEqual({ letters: '', from: 0, to: 1 })
    for (const [draft, caret] of [['3/4', 3], ['https://a', 9], ['/kc ', 4], ['和/或', 3], ['/k-c', 4]] as const) expect(slashBefore(draft, caret)).toBeNull()
  })

  it('finds the exact shortcut first, then beginnings, then titles', () => {
    const all = [snippet('kcb', '开场（背对背）'), snippet('gz', '开场规则 kc'), snippet('kc', '开场')]
    expect(matching(all, 'kc').map((one) => one.shortcut)).toEqual(['kc', 'kcb', 'gz'])
    expect(matching(all, '')).toHaveLength(3)
    expect(matching(all, 'x')).toEqual([])
  })
})
