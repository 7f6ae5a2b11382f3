import { describe, expect, it } from 'vitest'
import { searchPalette, type PaletteItem } from './palette-search'

const items: PaletteItem[] = [
  { id: 'r1', kind: 'room', title: '联合调解室', hint: '连非诉〔2026〕000123号', words: ['Joint room', '李海生', '周永顺'] },
  { id: 'r2', kind: 'room', title: '单独沟通·周永顺', hint: '连非诉〔2026〕000123号', words: ['Caucus with Zhou'] },
  { id: 'c1', kind: 'case', title: '两条渔船拖欠船员工资', hint: '连非诉〔2026〕000123号', words: ['李海生', '周永顺'] },
  { id: 'c2', kind: 'case', title: '托盘受潮的退款纠纷', hint: '连非诉〔2026〕000124号', words: ['海鲲'] },
]
const ids = (query: string) => searchPalette(items, query).map((item) => item.id)

describe('the palette', () => {
  it('shows everything in order before anything is typed', () => expect(ids('  ')).toEqual(['r1', 'r2', 'c1', 'c2']))
  it('finds by number, title, party and English name', () => {
    expect(ids('000124')).toEqual(['c2'])
    expect(ids('渔船')).toEqual(['c1'])
    expect(ids('joint')).toEqual(['r1'])
    expect(ids('海鲲')).toEqual(['c2'])
  })
  it('puts a beginning before a middle', () => expect(ids('周永顺')).toEqual(['r1', 'c1', 'r2']))
  it('wants every word somewhere', () => {
    expect(ids('000123 zhou')).toEqual(['r2'])
    expect(ids('000124 zhou')).toEqual([])
  })
  it('finds letters with gaps, last of all', () => expect(ids('cwz')).toEqual(['r2']))
  it('says nothing rather than something wrong', () => expect(ids('不存在')).toEqual([]))
})
