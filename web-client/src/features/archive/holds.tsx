import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRecordsView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { fullTime } from '@/lib/time'
import { TextField } from '@/ui/field'
import { ActWithReason } from './act-with-reason'

/** Legal holds: who asked, why, until when. */
export function Holds({ view }: { view: CaseRecordsView }) {
  const { t, i18n } = useTranslation()
  const [requester, setRequester] = useState('')
  const path = { id: view.caseId }
  return (
    <div className="stack tight">
      {view.holds.length > 0 && <h4>{t('archive.keep.holds')}</h4>}
      {view.holds.map((one) => (
        <div key={one.id} className="card flat stack tight" data-testid="hold">
          <span>{t('archive.keep.heldBy', { requester: one.requester, reason: one.reason, name: one.placedByName, time: fullTime(one.placedAt, i18n.language) })}</span>
          {one.releasedAt
            ? <span className="small soft">{t('archive.keep.released', { reason: one.releaseReason ?? '' })}</span>
            : <ActWithReason open={t('archive.keep.release')} send={t('archive.keep.release')} name="release" look="plain" act={(reason) => api('POST /cases/{id}/records/holds/{holdId}/release', { path: { ...path, holdId: one.id }, body: { reason } })} />}
        </div>
      ))}
      {!view.erasedAt && (
        <ActWithReason open={t('archive.keep.hold')} send={t('archive.keep.hold')} name="hold" look="plain" ready={requester.trim() !== ''} act={(reason) => api('POST /cases/{id}/records/holds', { path, body: { requester: requester.trim(), reason } })}>
          <TextField label={t('archive.keep.requester')} maxLength={500} value={requester} onChange={(event) => setRequester(event.target.value)} data-testid="hold-requester" />
        </ActWithReason>
      )}
    </div>
  )
}
