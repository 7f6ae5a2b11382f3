import { useTranslation } from 'react-i18next'
import { citationInEnglish } from '@/lib/citation'
import { isEnglish } from '@/lib/sentence'

/** The same within a sentence. */
export function useCitation(): (citation: string) => string {
  const { i18n } = useTranslation()
  return (citation) => (isEnglish(i18n.language) ? citationInEnglish(citation) : null) ?? citation
}

/** Which article says so; a law without an English name keeps its Chinese one. */
export function Article({ citation }: { citation: string }) {
  const { i18n } = useTranslation()
  const english = isEnglish(i18n.language) ? citationInEnglish(citation) : null
  return english === null ? <span lang="zh-CN">{citation}</span> : <span>{english}</span>
}
