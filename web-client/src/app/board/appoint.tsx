import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView, MediatorView } from '@/contracts/realtime'
import { useCaseAct } from '@/features/cases/use-case'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Choice, TextField } from '@/ui/field'
import { Failed, Loading, Refused } from '@/ui/states'

/** The centre appoints: by skill and name, with each one's load; who is full cannot be chosen. */
export function Appoint({ view }: { view: CaseView }) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [skilled, setSkilled] = useState(true)
  const [everywhere, setEverywhere] = useState(false)
  const words = useDeferredValue(search.trim())
  const mediators = useQuery({
    queryKey: ['mediators', 'appoint', words, skilled ? view.kind : null, everywhere ? null : view.organisationId],
    queryFn: () => api('GET /mediators', { query: { take: 40, ...(words ? { search: words } : {}), ...(skilled ? { disputeKind: view.kind } : {}), ...(everywhere ? {} : { organisationId: view.organisationId }) } }),
  })
  const appoint = useCaseAct((one: MediatorView) => api('POST /cases/{id}/mediator', { path: { id: view.id }, body: { mediatorId: one.id } }))
  return (
    <section className="stack tight" data-testid="appoint">
      <h3>{t(view.mediatorName ? 'board.appoint.again' : 'board.appoint.title')}</h3>
      {view.mediatorName && <p>{t('board.appoint.now', { name: view.mediatorName })}</p>}
      <TextField label={t('board.appoint.search')} type="search" value={search} onChange={(event) => setSearch(event.target.value)} data-testid="appoint-search" />
      <div className="choices two">
        <Choice type="checkbox" checked={skilled} onChange={(event) => setSkilled(event.target.checked)} data-testid="appoint-skilled">{t('board.appoint.skilled', { kind: t(`network.disputeKind.${view.kind}`) })}</Choice>
        <Choice type="checkbox" checked={everywhere} onChange={(event) => setEverywhere(event.target.checked)} data-testid="appoint-everywhere">{t('board.appoint.everywhere')}</Choice>
      </div>
      <Refused error={appoint.error} />
      {appoint.isSuccess && <p className="notice good" role="status">{t('board.appoint.done', { name: appoint.variables.name })}</p>}
      {mediators.isPending && <Loading />}
      {mediators.isError && <Failed error={mediators.error} retry={() => void mediators.refetch()} />}
      {mediators.data?.length === 0 && <p className="soft">{t('board.appoint.none')}</p>}
      <ul className="plain appoint-list">
        {mediators.data?.map((one) => (
          <li key={one.id} data-testid="appoint-mediator" data-name={one.name}>
            <span><b>{one.name}</b> <span className="soft small">{one.organisationName} · {t(`network.pool.${one.pool}`)}</span><br /><span className="small">{one.skills.slice(0, 4).map((skill) => t(`network.disputeKind.${skill}`)).join(t('ui.comma'))}{one.skills.length > 4 ? '…' : ''}</span></span>
            <span className="appoint-load"><meter min={0} max={one.capacity} high={one.capacity * 0.85} optimum={0} value={one.openCases} aria-hidden="true" /><span className="soft small number">{t('network.load', { open: one.openCases, capacity: one.capacity })}</span></span>
            <Button compact look="quiet" disabled={one.openCases >= one.capacity || one.id === view.mediatorId} busy={appoint.isPending && appoint.variables.id === one.id} onClick={() => appoint.mutate(one)} data-testid="appoint-pick">{one.openCases >= one.capacity ? t('network.full') : t('board.appoint.pick')}</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
