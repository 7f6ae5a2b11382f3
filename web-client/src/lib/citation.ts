const laws: Readonly<Record<string, string>> = {
  人民调解法: 'People’s Mediation Law',
  劳动争议调解仲裁法: 'Labour Dispute Mediation and Arbitration Law',
  人民法院在线调解规则: 'Rules of People’s Courts on Online Mediation',
  人民调解工作若干规定: 'Provisions on People’s Mediation Work',
  民事诉讼法: 'Civil Procedure Law',
  个人信息保护法: 'Personal Information Protection Law',
  公证法: 'Notarisation Law',
  最高人民法院关于公证债权文书执行若干问题的规定: 'Provisions of the Supreme People’s Court on enforcing notarised instruments',
  消费者权益保护法: 'Consumer Protection Law',
  行政复议法: 'Administrative Reconsideration Law',
  电子签名法: 'Electronic Signature Law',
  民法典: 'Civil Code',
  劳动法: 'Labour Law',
  '最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释': 'Supreme People’s Court Interpretation of the Civil Procedure Law',
  最高人民法院关于审理民间借贷案件适用法律若干问题的规定: 'Supreme People’s Court Provisions on Private Lending',
}

const digits = '零一二三四五六七八九'

/** 二十六 → 26; null when it is no such numeral (below one thousand). */
function numberOf(numeral: string): number | null {
  let sum = 0
  let digit = 0
  for (const sign of numeral) {
    const value = digits.indexOf(sign)
    if (value >= 0) digit = value
    else if (sign === '十') { sum += (digit || 1) * 10; digit = 0 }
    else if (sign === '百') { sum += (digit || 1) * 100; digit = 0 }
    else return null
  }
  return sum + digit
}

/** 《人民调解法》第二十六条 → People’s Mediation Law, art. 26; null when the law or the form is not known. */
export function citationInEnglish(citation: string): string | null {
  const [, name = '', rest = ''] = /^《(.+?)》(.*)$/.exec(citation) ?? []
  const articles = rest.split('、').map((article) => numberOf(/^第(.+)条$/.exec(article)?.[1] ?? '?'))
  const law = laws[name]
  if (law === undefined || articles.includes(null)) return null
  return `${law}, art. ${articles.join(', ')}`
}
