import { useTranslation } from 'react-i18next'
import type { CaseRecordsView } from '@/contracts/realtime'
import { isEnglish } from '@/lib/sentence'
import { plainDate } from '@/lib/time'
import { Article } from '@/ui/article'

/** Until when the file is kept, in which class, and on what basis. */
export function RetentionTerm({ view }: { view: CaseRecordsView }) {
  const { t, i18n } = useTranslation()
  const { term } = view
  if (!term) return <p className="soft">{t('archive.running')}</p>
  const kind = t(`archive.class.${term.class}`)
  return (
    <div className="stack tight" data-testid="retention-term" data-class={term.class}>
      <p><b>{term.endsOn ? t('archive.kept', { date: plainDate(term.endsOn, i18n.language) }) : t('archive.keptForever')}</b> <span className="badge">{term.years === null ? kind : t('archive.years', { class: kind, count: term.years })}</span></p>
      <p className="small">{term.basis ? t('archive.ownBasis', { text: term.basis }) : t('archive.noBasis')}</p>
      <p className="small soft"><Article citation={term.article} /> {isEnglish(i18n.language) ? term.articleEn : term.articleZh}</p>
      {view.isHeld && <p className="notice wait" data-testid="is-held">{t('archive.held')}</p>}
    </div>
  )
}
