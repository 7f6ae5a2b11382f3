import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRecordsView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { fullTime } from '@/lib/time'
import { Button } from '@/ui/button'
import { Select, TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { ActWithReason } from './act-with-reason'
import { useRecordsAct } from './use-records'

/** A sealed file is opened for one named person, for some days, on a recorded reason. */
export function Openings({ view }: { view: CaseRecordsView }) {
  const { t, i18n } = useTranslation()
  const [reader, setReader] = useState('')
  const [days, setDays] = useState('7')
  const end = useRecordsAct((openingId: string) => api('POST /cases/{id}/records/openings/{openingId}/end', { path: { id: view.caseId, openingId } }))
  const chosen = reader || (view.readers[0]?.personId ?? '')
  return (
    <div className="stack tight">
      {view.openings.map((one) => (
        <div key={one.id} className="card flat stack tight" data-testid="opening">
          <span>{t('archive.keep.opening', { reader: one.readerName, until: fullTime(one.endedAt ?? one.until, i18n.language), reason: one.reason, name: one.openedByName })}</span>
          {!one.endedAt && Date.parse(one.until) > Date.now() && <Button look="plain" compact busy={end.isPending} onClick={() => end.mutate(one.id)}>{t('archive.keep.end')}</Button>}
        </div>
      ))}
      <Refused error={end.error} />
      {view.mayAct.includes('open') && (
        <ActWithReason open={t('archive.keep.open')} send={t('archive.keep.open')} name="unseal" ready={Number(days) >= 1 && Number(days) <= 30} act={(reason) => api('POST /cases/{id}/records/openings', { path: { id: view.caseId }, body: { readerId: chosen, reason, days: Number(days) } })}>
          <Select label={t('archive.keep.reader')} value={chosen} onChange={(event) => setReader(event.target.value)}>
            {view.readers.map((one) => <option key={one.personId} value={one.personId}>{one.name}</option>)}
          </Select>
          <TextField label={t('archive.keep.days')} type="number" min={1} max={30} value={days} onChange={(event) => setDays(event.target.value)} />
        </ActWithReason>
      )}
    </div>
  )
}
