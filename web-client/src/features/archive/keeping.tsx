import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRecordsView, RetentionClass } from '@/contracts/realtime'
import { addressOf, api } from '@/lib/api'
import { isEnglish } from '@/lib/sentence'
import { Select } from '@/ui/field'
import { ActWithReason } from './act-with-reason'
import { DeletionRequests } from './deletion-requests'
import { Holds } from './holds'
import { Openings } from './openings'
import { RetentionTerm } from './retention-term'
import { useRecords } from './use-records'

/** For those who keep the file of an ended case: class, requests, holds, seal, openings. */
export function Keeping({ caseId }: { caseId: string }) {
  const { t, i18n } = useTranslation()
  const view = useRecords(caseId).data
  if (!view?.mayAct.includes('keep')) return null
  return (
    <section className="stack" data-testid="keeping">
      <h3>{t('archive.keep.title')}</h3>
      {!view.sealedAt && <RetentionTerm view={view} />}
      {view.term && <Reclassify view={view} />}
      <DeletionRequests view={view} />
      <Holds view={view} />
      {view.obstacles && !view.sealedAt && <p className="notice small" data-testid="obstacles">{isEnglish(i18n.language) ? view.obstacles.en : view.obstacles.zh}</p>}
      {view.mayAct.includes('seal') && <ActWithReason open={t('archive.keep.seal')} send={t('archive.keep.seal')} name="seal" look="stop" act={(reason) => api('POST /cases/{id}/records/seal', { path: { id: caseId }, body: { reason } })} />}
      <Openings view={view} />
      {view.mayAct.includes('download') && <a className="button quiet compact" href={addressOf('/cases/{caseId}/file', { path: { caseId } })} download data-testid="keeper-download">{t('archive.keep.download')}</a>}
    </section>
  )
}

const classes: readonly RetentionClass[] = ['ShortTerm', 'LongTerm', 'Permanent']

function Reclassify({ view }: { view: CaseRecordsView }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<RetentionClass>(view.term?.class ?? 'LongTerm')
  return (
    <ActWithReason open={t('archive.keep.reclassify')} send={t('archive.keep.save')} name="reclassify" look="plain" act={(reason) => api('POST /cases/{id}/records/class', { path: { id: view.caseId }, body: { class: kind, reason } })}>
      <Select label={t('archive.list.class')} value={kind} onChange={(event) => setKind(event.target.value as unknown as RetentionClass)}>
        {classes.map((one) => <option key={one} value={one}>{t(`archive.class.${one}`)}</option>)}
      </Select>
    </ActWithReason>
  )
}
