import { expect, test } from 'vitest'
import { citationInEnglish } from './citation'

test.each([
  ['《人民调解法》第二十六条', 'People’s Mediation Law, art. 26'],
  ['《人民法院在线调解规则》第十条', 'Rules of People’s Courts on Online Mediation, art. 10'],
  ['《劳动争议调解仲裁法》第五条、第二十七条', 'Labour Dispute Mediation and Arbitration Law, art. 5, 27'],
  ['《人民调解法》第一百零三条', 'People’s Mediation Law, art. 103'],
])('%s', (chinese, english) => expect(citationInEnglish(chinese)).toBe(english))

test.each(['《某某办法》第一条', '《人民调解法》第二条第三款', '第十条'])('%s stays as it is', (citation) => expect(citationInEnglish(citation)).toBeNull())
