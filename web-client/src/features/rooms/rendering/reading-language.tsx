import { useTranslation } from 'react-i18next'
import type { EntryView } from '@/contracts/realtime'
import { setPreferences, usePreferences } from '@/lib/preferences'
import { bodyOf, type RenderingBody } from '../bodies'
import { languageName } from './rendering'
import { isRendering } from './use-renderings'

/** The language whose rendering comes first; null: the original. */
export const readsIn = (reads: string, pages: string): string | null => (reads === 'original' ? null : reads === 'pages' ? (pages.split('-')[0] ?? null) : reads)

/** In which language one reads first; there only where something was rendered. */
export function ReadingLanguage({ entries }: { entries: readonly EntryView[] }) {
  const { t, i18n } = useTranslation()
  const { reads } = usePreferences()
  const languages = [...new Set(entries.filter(isRendering).map((entry) => bodyOf<RenderingBody>(entry).language))].sort()
  if (languages.length === 0) return null
  const now = readsIn(reads, i18n.language)
  return (
    <select className="input reading-language" value={now !== null && languages.includes(now) ? now : 'original'} aria-label={t('guests.rendering.reads')} title={t('guests.rendering.reads')} onChange={(event) => setPreferences({ reads: event.target.value })} data-testid="reading-language">
      <option value="original">{t('guests.rendering.originalFirst')}</option>
      {languages.map((code) => <option key={code} value={code}>{t('guests.rendering.first', { language: languageName(code, i18n.language) })}</option>)}
    </select>
  )
}
