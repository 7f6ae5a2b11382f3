import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fullTime } from '@/lib/time'
import { Article } from '@/ui/article'
import { Loading } from '@/ui/states'
import { RetentionTerm } from './retention-term'
import { useRecords } from './use-records'
import { Requests } from './your-data'

/** In place of a case that cannot be read: that it is sealed, why, until when, and whom to ask; else what the page would show anyway. */
export function SealedCase({ caseId, otherwise }: { caseId: string; otherwise: ReactNode }) {
  const { t, i18n } = useTranslation()
  const records = useRecords(caseId)
  if (records.isPending) return <Loading />
  const view = records.data
  if (!view?.sealedAt) return otherwise
  return (
    <div className="page stack loose" data-testid="sealed-case">
      <header className="stack tight"><p className="soft small number">{view.caseNumber}</p><h1>{t('archive.sealed.title')}</h1></header>
      <section className="card stack">
        {view.erasedAt
          ? <p className="notice">{t('archive.sealed.erased', { time: fullTime(view.erasedAt, i18n.language) })}</p>
          : <p className="notice wait">{t('archive.sealed.since', { time: fullTime(view.sealedAt, i18n.language) })}</p>}
        {view.sealedReason && <p>{t('archive.sealed.why', { reason: view.sealedReason })}</p>}
        {!view.erasedAt && <RetentionTerm view={view} />}
        {!view.erasedAt && <p>{t('archive.sealed.how', { name: view.organisationName })} {view.organisationPhone && <a className="number" href={`tel:${view.organisationPhone}`}>{view.organisationPhone}</a>}</p>}
        <p className="small soft"><Article citation={view.deletionArticle} /></p>
      </section>
      {!view.erasedAt && <Requests view={view} />}
    </div>
  )
}
