import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRecordsView } from '@/contracts/realtime'
import { addressOf, api } from '@/lib/api'
import { fullTime } from '@/lib/time'
import { uuid7 } from '@/lib/uuid7'
import { useCitation } from '@/ui/article'
import { ActWithReason } from './act-with-reason'
import { RetentionTerm } from './retention-term'
import { useRecords } from './use-records'

/** What is kept of the reader's case, until when, on what basis; his copy; his request for deletion. */
export function YourData({ caseId }: { caseId: string }) {
  const { t, i18n } = useTranslation()
  const records = useRecords(caseId)
  const view = records.data
  if (!view) return null
  const may = new Set(view.mayAct)
  const mine = view.copies.filter((copy) => copy.isMine)
  return (
    <section className="card stack" data-testid="your-data">
      <h2>{t('archive.title')}</h2>
      {view.openUntil && <p className="notice wait">{t('archive.sealed.openUntil', { time: fullTime(view.openUntil, i18n.language) })}</p>}
      <RetentionTerm view={view} />
      {may.has('download') && (
        <div className="stack tight">
          <p className="soft small">{t('archive.downloadText')}</p>
          <a className="button quiet" href={addressOf('/cases/{caseId}/file', { path: { caseId } })} download onClick={() => setTimeout(() => void records.refetch(), 1_500)} data-testid="download-file">{t('archive.download')}</a>
          {mine.length > 0 && <p className="soft small">{t('archive.copies', { count: mine.length, time: fullTime(mine.at(-1)?.at ?? '', i18n.language) })}</p>}
        </div>
      )}
      <Requests view={view} />
      {may.has('ask-deletion') && <AskForDeletion caseId={caseId} article={view.deletionArticle} />}
    </section>
  )
}

function AskForDeletion({ caseId, article }: { caseId: string; article: string }) {
  const { t } = useTranslation()
  const cite = useCitation()
  const requestId = useRef(uuid7())
  return (
    <ActWithReason
      open={t('archive.ask')} send={t('archive.send')} name="deletion" look="plain"
      act={(reason) => api('POST /cases/{id}/records/deletion-requests', { path: { id: caseId }, body: { requestId: requestId.current, reason } })}
    >
      <p className="small">{t('archive.askText', { article: cite(article) })}</p>
    </ActWithReason>
  )
}

/** The reader's own requests with what was answered. */
export function Requests({ view }: { view: CaseRecordsView }) {
  const { t, i18n } = useTranslation()
  return view.requests.filter((one) => one.isMine).map((one) => (
    <div key={one.id} className={`notice ${one.answer === 'Refused' ? 'stop' : one.answer ? 'good' : 'wait'}`} data-testid="my-request" data-answer={one.answer ?? ''}>
      <span>{t('archive.asked', { time: fullTime(one.askedAt, i18n.language), reason: one.reason })}</span>
      <b>{one.answer ? t(`archive.answer.${one.answer}`) : t('archive.waiting', { name: view.organisationName })}</b>
      {one.answerReason && <span>{one.answerReason}</span>}
    </div>
  ))
}
