import { useTranslation } from 'react-i18next'
import type { CaseRecordsView, DeletionAnswer } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { fullTime } from '@/lib/time'
import { ActWithReason } from './act-with-reason'

/** What parties asked for; each is answered with a reason. */
export function DeletionRequests({ view }: { view: CaseRecordsView }) {
  const { t, i18n } = useTranslation()
  if (view.requests.length === 0) return null
  const reply = (requestId: string, answer: DeletionAnswer) => (reason: string) =>
    api('POST /cases/{id}/records/deletion-requests/{requestId}/answer', { path: { id: view.caseId, requestId }, body: { answer, reason } })
  return (
    <div className="stack tight">
      <h4>{t('archive.keep.requests')}</h4>
      {view.requests.map((one) => (
        <div key={one.id} className="card flat stack tight" data-testid="deletion-request">
          <span className="small soft">{fullTime(one.askedAt, i18n.language)} · {one.partyName}</span>
          <span>{one.reason}</span>
          {one.answer
            ? <span className="small"><b>{t(`archive.answer.${one.answer}`)}</b> {one.answerReason}</span>
            : <div className="row">
                {(view.mayAct.includes('seal') || view.sealedAt) && <ActWithReason open={t('archive.keep.toSeal')} send={t('archive.keep.toSeal')} name="grant" act={reply(one.id, 'Sealed')} />}
                <ActWithReason open={t('archive.keep.refuse')} send={t('archive.keep.refuse')} name="refuse" look="plain" act={reply(one.id, 'Refused')} />
              </div>}
        </div>
      ))}
    </div>
  )
}
