import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '@/contracts/realtime'
import { shortTime } from '@/lib/time'
import { bodyOf, type RenderingBody } from '../bodies'

/** A language's name in the reader's own words. */
export const languageName = (code: string, reader: string): string => new Intl.DisplayNames([reader], { type: 'language', fallback: 'code' }).of(code) ?? code

const headOf = (entry: EntryView, t: TFunction, reader: string): string =>
  t('guests.rendering.by', { name: entry.authorName, language: languageName(bodyOf<RenderingBody>(entry).language, reader) })

/** As it is said once to somebody who listens. */
export const renderingSentence = (entry: EntryView, t: TFunction, reader: string): string => t('ui.colon', { before: headOf(entry, t, reader), after: bodyOf<RenderingBody>(entry).text })

/** One rendering: whose, in which language, its words. */
export function Rendering({ entry, first = false }: { entry: EntryView; first?: boolean }) {
  const { t, i18n } = useTranslation()
  const { language, text } = bodyOf<RenderingBody>(entry)
  return (
    <div className="rendering" data-first={first} data-language={language} data-at={entry.sequence} data-testid="rendering">
      <p className="rendering-by">{headOf(entry, t, i18n.language)}</p>
      <div className="rendering-text" lang={language}>{text}</div>
    </div>
  )
}

/** Its original is further back than what is held here. */
export function LoneRendering({ entry }: { entry: EntryView }) {
  const { t, i18n } = useTranslation()
  return (
    <article className="entry" data-role={entry.authorRole} data-testid="entry">
      <p className="entry-quote">{t('guests.rendering.further')} <time className="number" dateTime={entry.sentAt}>{shortTime(entry.sentAt, i18n.language)}</time></p>
      <Rendering entry={entry} />
    </article>
  )
}
