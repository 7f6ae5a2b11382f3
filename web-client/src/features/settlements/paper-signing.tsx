import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { uploadExhibit } from '@/features/evidence/upload'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useAgreementAct } from './use-signing'

const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The mediator records how it was signed: the scan of the paper, the day, the place. */
export function PaperSigning({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const [scan, setScan] = useState<File | null>(null)
  const [signedOn, setSignedOn] = useState(today)
  const [place, setPlace] = useState('')
  const record = useAgreementAct(caseId, async (file: File) => {
    const { id } = await uploadExhibit(file)
    return api('POST /cases/{id}/agreement/paper/signed', { path: { id: caseId }, body: { scanId: id, signedOn, place: place.trim() } })
  })
  return (
    <form className="card flat stack" data-testid="paper-signing" onSubmit={(event) => { event.preventDefault(); if (scan) record.mutate(scan) }}>
      <b>{t('settlements.paper.record')}</b>
      <TextField type="file" accept="application/pdf,image/jpeg,image/png,image/webp" label={t('settlements.paper.scanFile')} required onChange={(event) => setScan(event.target.files?.[0] ?? null)} data-testid="paper-scan" />
      <TextField type="date" label={t('settlements.paper.signedOn')} required max={today()} value={signedOn} onChange={(event) => setSignedOn(event.target.value)} data-testid="paper-day" />
      <TextField label={t('settlements.paper.place')} required maxLength={200} value={place} onChange={(event) => setPlace(event.target.value)} data-testid="paper-place" />
      <Refused error={record.error} />
      <Button type="submit" compact disabled={scan === null || place.trim() === ''} busy={record.isPending} data-testid="paper-record">{t('settlements.paper.recordYes')}</Button>
    </form>
  )
}
