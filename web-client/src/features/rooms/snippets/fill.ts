/** What stands for a variable, by its Chinese name; null while the case does not say. */
export type SnippetValues = Readonly<Record<VariableName, string | null>>

/** Chinese name → what English texts call it. Either may be written in a text. */
export const variables = {
  申请人: 'applicant', 被申请人: 'respondent', 本方: 'this party', 案号: 'case number', 金额: 'amount', 截止日: 'deadline', 调解员: 'mediator', 机构: 'organisation', 电话: 'telephone', 今天: 'today',
} as const

export type VariableName = keyof typeof variables

export const variableNames = Object.keys(variables) as readonly VariableName[]

const pattern = /\{([^{}\n]{1,20})\}/gu

const nameOf = (written: string): VariableName | undefined => {
  const plain = written.trim().toLowerCase()
  return variableNames.find((name) => name === plain || variables[name] === plain)
}

/** Dates and sums are written as the text around them is. */
export const languageOf = (text: string): 'zh-CN' | 'en' => (/\p{Script=Han}/u.test(text.replace(pattern, '')) ? 'zh-CN' : 'en')

export interface Unfilled {
  readonly name: VariableName
  /** As it stands in the text, braces included. */
  readonly written: string
  readonly at: number
}

/** Puts in what the case says; what it does not say stays in its braces. Braces with anything else in them are left alone. */
export function fill(text: string, values: SnippetValues): string {
  return text.replace(pattern, (written, inside: string) => {
    const name = nameOf(inside)
    return (name && values[name]) ?? written
  })
}

/** Variables that still stand in a text. */
export function unfilledIn(text: string): Unfilled[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const name = nameOf(match[1] ?? '')
    return name ? [{ name, written: match[0], at: match.index }] : []
  })
}

/** A text in pieces: what is plain, and what is still to be filled. */
export function piecesOf(text: string): { text: string; unfilled: boolean }[] {
  const pieces: { text: string; unfilled: boolean }[] = []
  let from = 0
  for (const { at, written } of unfilledIn(text)) {
    if (at > from) pieces.push({ text: text.slice(from, at), unfilled: false })
    pieces.push({ text: written, unfilled: true })
    from = at + written.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), unfilled: false })
  return pieces
}
