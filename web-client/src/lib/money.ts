const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/** Largest amount the platform writes in words, in fen: 9,999 万亿 yuan would no longer be exact in a double. */
export const largestFen = Number.MAX_SAFE_INTEGER

function fourDigits(value: number): string {
  let text = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      gap = text !== ''
    } else {
      text += (gap ? '零' : '') + (digits[digit] ?? '') + (places[place] ?? '')
      gap = false
    }
  }
  return text
}

function yuanInWords(yuan: number): string {
  let text = ''
  let gap = false
  for (let group = 3; group >= 0; group--) {
    const part = Math.floor(yuan / 10000 ** group) % 10000
    if (part === 0) {
      gap = text !== ''
      continue
    }
    if (text !== '' && (gap || part < 1000)) text += '零'
    text += fourDigits(part) + (groups[group] ?? '')
    gap = false
  }
  return text
}

/** The amount in formal Chinese numerals (票据法 / 正确填写票据和结算凭证的基本规定): 160000 fen → 壹仟陆佰元整. */
export function capitals(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`not an amount in fen: ${fen}`)
  const yuan = Math.floor(fen / 100)
  const jiao = Math.floor(fen / 10) % 10
  const cent = fen % 10
  if (fen === 0) return '零元整'
  let text = yuan > 0 ? `${yuanInWords(yuan)}元` : ''
  if (jiao > 0) text += `${digits[jiao] ?? ''}角`
  else if (cent > 0 && yuan > 0) text += '零'
  return text + (cent > 0 ? `${digits[cent] ?? ''}分` : '整')
}

/** 160000 → "1,600.00". */
export function figures(fen: number): string {
  const yuan = Math.floor(fen / 100).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  return `${yuan}.${(fen % 100).toString().padStart(2, '0')}`
}

/** What a person typed as an amount in yuan; null when it is not one. Full-width digits, 元, ¥ and thousands commas are understood. */
export function parseYuan(typed: string): number | null {
  const plain = typed.normalize('NFKC').replace(/[,\s¥元]/g, '')
  const match = /^(\d{1,13})(?:\.(\d{0,2}))?$/.exec(plain)
  if (!match) return null
  const fen = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return fen <= largestFen ? fen : null
}
