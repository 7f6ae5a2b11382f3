import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EnforcementView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Choice, TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { detailsOf, mineToSupply } from './joint-application'
import { useEnforcementAct } from './use-enforcement'

/** What this party can bring of what is missing; nothing on screen when there is nothing. */
export function Supply({ view }: { view: EnforcementView }) {
  const mine = mineToSupply(view)
  return mine.idNumber || mine.address || mine.proofs ? <SupplyForm view={view} mine={mine} /> : null
}

function SupplyForm({ view, mine }: { view: EnforcementView; mine: ReturnType<typeof mineToSupply> }) {
  const { t } = useTranslation()
  const [idNumber, setIdNumber] = useState('')
  const [address, setAddress] = useState(view.myAddress ?? '')
  const [proofs, setProofs] = useState<string[]>([])
  const supply = useEnforcementAct(view.caseId, () =>
    api('POST /cases/{id}/confirmation/supply', { path: { id: view.caseId }, body: { details: detailsOf(idNumber, mine.address ? address : ''), propertyProofIds: mine.proofs ? proofs : null } }))
  const exhibits = useQuery({ queryKey: ['exhibits', view.caseId], queryFn: () => api('GET /cases/{id}/exhibits', { path: { id: view.caseId } }), enabled: mine.proofs })
  return (
    <form className="notice wait stack" onSubmit={(event) => { event.preventDefault(); supply.mutate(undefined) }} data-testid="supply">
      <b>{t('enforcement.supply')}</b>
      {mine.idNumber && <TextField label={t('enforcement.idNumber')} hint={t('enforcement.idNumberHint')} maxLength={40} autoComplete="off" value={idNumber} onChange={(event) => setIdNumber(event.target.value)} data-testid="supply-id" />}
      {mine.address && <TextArea label={t('enforcement.address')} hint={t('enforcement.addressHint')} rows={2} maxLength={200} value={address} onChange={(event) => setAddress(event.target.value.replace(/\n/g, ''))} data-testid="supply-address" />}
      {mine.proofs && (
        <div className="choices" role="group" aria-label={t('enforcement.proofs')}>
          <b>{t('enforcement.proofs')}</b>
          {exhibits.data?.map((one) => <Choice key={one.id} type="checkbox" checked={proofs.includes(one.id)} onChange={(event) => setProofs((now) => (event.target.checked ? [...now, one.id] : now.filter((id) => id !== one.id)))}>{one.name}</Choice>)}
          {exhibits.data?.length === 0 && <p className="small soft">{t('enforcement.noProofs')}</p>}
        </div>
      )}
      <Refused error={supply.error} />
      <Button type="submit" busy={supply.isPending} data-testid="supply-yes">{t('enforcement.supplyYes')}</Button>
    </form>
  )
}
