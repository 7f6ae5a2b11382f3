import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '@/features/accounts/me'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Select, TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useOrganisations, usePairingAct } from './use-pairings'

/** Which organisation, with which body. */
export function MakePairing({ done }: { done: () => void }) {
  const { t } = useTranslation()
  const own = useMe().data
  const [organisationId, setOrganisation] = useState(own?.organisationId ?? '')
  const [partnerId, setPartner] = useState('')
  const make = usePairingAct(() => api('POST /pairings', { body: { organisationId, partnerId } }), done)
  return (
    <form className="card flat stack" onSubmit={(event) => { event.preventDefault(); make.mutate(undefined) }} data-testid="make-pairing">
      <Choose label={t('pairings.organisation')} guides={false} chosen={organisationId} first={own?.organisationId ? { id: own.organisationId, name: own.organisationName ?? '' } : null} choose={setOrganisation} testId="pairing-organisation" />
      <Choose label={t('pairings.partner')} guides chosen={partnerId} first={null} choose={setPartner} testId="pairing-partner" />
      <Refused error={make.error} />
      <div className="row"><Button type="submit" busy={make.isPending} disabled={organisationId === '' || partnerId === ''} data-testid="pairing-save">{t('pairings.save')}</Button><Button look="plain" onClick={done}>{t('ui.close')}</Button></div>
    </form>
  )
}

function Choose({ label, guides, chosen, first, choose, testId }: { label: string; guides: boolean; chosen: string; first: { id: string; name: string } | null; choose: (id: string) => void; testId: string }) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const found = useOrganisations(useDeferredValue(search.trim()), guides)
  const listed = (found.data ?? []).filter((one) => one.id !== first?.id)
  const known = listed.some((one) => one.id === chosen) || first?.id === chosen
  return (
    <div className="stack tight">
      <TextField label={t('pairings.search', { what: label })} value={search} maxLength={60} type="search" onChange={(event) => setSearch(event.target.value)} data-testid={`${testId}-search`} />
      <Select label={label} value={known ? chosen : ''} onChange={(event) => choose(event.target.value)} data-testid={testId}>
        <option value="" disabled />
        {first && <option value={first.id}>{first.name}</option>}
        {listed.map((one) => <option key={one.id} value={one.id}>{one.name} · {t(`pairings.kind.${one.kind}`)}</option>)}
      </Select>
      <Refused error={found.error} />
    </div>
  )
}
