import i18next from 'i18next'
import { Refusal, Unreachable } from './refusal'

export const isEnglish = (language: string): boolean => language.startsWith('en')

/** What to tell the person about an error. A refusal has its own sentence in both languages. */
export function sentenceOf(error: unknown, language: string): string {
  if (error instanceof Refusal) return isEnglish(language) ? error.en : error.zh
  return i18next.t(error instanceof Unreachable ? 'ui.unreachable' : 'ui.unknownFault', { lng: language })
}
