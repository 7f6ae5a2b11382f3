import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView, MediatorView } from '@/contracts/realtime'
import { useCaseAct } from '@/features/cases/use-case'
import { api } from '@/lib/api'
import { plainDate } from '@/lib/time'
import { Button } from '@/ui/button'
import { Choice, TextField } from '@/ui/field'
import { Failed, Loading, Refused } from '@/ui/states'
import { ReasonDialog } from '../console/reason-dialog'

/**
 * The centre appoints, or hands a case in mediation over: by skill and name, with each one's load; who is full cannot be chosen. A hand-over, and taking
 * somebody who is away, asks for the reason that is kept with it.
 */
export function Appoint({ view, handsOver = false }: { view: CaseView; handsOver?: boolean }) {
  const { t, i18n } = useTranslation()
  const [asked, setAsked] = useState<MediatorView | null>(null)
  const [search, setSearch] = useState('')
  const [skilled, setSkilled] = useState(true)
  const [everywhere, setEverywhere] = useState(false)
  const words = useDeferredValue(search.trim())
  const mediators = useQuery({
    queryKey: ['mediators', 'appoint', words, skilled ? view.kind : null, everywhere ? null : view.organisationId],
    queryFn: () => api('GET /mediators', { query: { take: 40, ...(words ? { search: words } : {}), ...(skilled ? { disputeKind: view.kind } : {}), ...(everywhere ? {} : { organisationId: view.organisationId }) } }),
  })
  const appoint = useCaseAct(({ one, reason }: { one: MediatorView; reason: string | null }) => api('POST /cases/{id}/mediator', { path: { id: view.id }, body: { mediatorId: one.id, awayUntil: one.awayUntil, reason } }))
  const day = (one: MediatorView | null) => (one?.awayUntil ? plainDate(one.awayUntil, i18n.language) : '')
  const pick = (one: MediatorView) => { if (handsOver || one.awayUntil) setAsked(one); else appoint.mutate({ one, reason: null }) }
  return (
    <section className="stack tight" data-testid="appoint">
      <h3>{handsOver ? t('board.handOver.title') : t(view.mediatorName ? 'board.appoint.again' : 'board.appoint.title')}</h3>
      {view.mediatorName && <p>{t('board.appoint.now', { name: view.mediatorName })}</p>}
      {handsOver && <p className="soft small">{t('board.handOver.lead')}</p>}
      <TextField label={t('board.appoint.search')} type="search" value={search} onChange={(event) => setSearch(event.target.value)} data-testid="appoint-search" />
      <div className="choices two">
        <Choice type="checkbox" checked={skilled} onChange={(event) => setSkilled(event.target.checked)} data-testid="appoint-skilled">{t('board.appoint.skilled', { kind: t(`network.disputeKind.${view.kind}`) })}</Choice>
        <Choice type="checkbox" checked={everywhere} onChange={(event) => setEverywhere(event.target.checked)} data-testid="appoint-everywhere">{t('board.appoint.everywhere')}</Choice>
      </div>
      <Refused error={asked === null ? appoint.error : null} />
      {appoint.isSuccess && <p className="notice good" role="status">{t(handsOver ? 'board.handOver.done' : 'board.appoint.done', { name: appoint.variables.one.name })}</p>}
      {mediators.isPending && <Loading />}
      {mediators.isError && <Failed error={mediators.error} retry={() => void mediators.refetch()} />}
      {mediators.data?.length === 0 && <p className="soft">{t('board.appoint.none')}</p>}
      <ul className="plain appoint-list">
        {mediators.data?.map((one) => (
          <li key={one.id} data-testid="appoint-mediator" data-name={one.name}>
            <span><b>{one.name}</b> <span className="soft small">{one.organisationName} · {t(`network.pool.${one.pool}`)}</span><br /><span className="small">{one.skills.slice(0, 4).map((skill) => t(`network.disputeKind.${skill}`)).join(t('ui.comma'))}{one.skills.length > 4 ? '…' : ''}</span>{one.awayUntil && <><br /><span className="badge wait" data-testid="away-until">{t('network.away', { day: day(one) })}</span></>}</span>
            <span className="appoint-load"><meter min={0} max={one.capacity} high={one.capacity * 0.85} optimum={0} value={one.openCases} aria-hidden="true" /><span className="soft small number">{t('network.load', { open: one.openCases, capacity: one.capacity })}</span></span>
            <Button compact look="quiet" disabled={one.openCases >= one.capacity || one.id === view.mediatorId} busy={appoint.isPending && appoint.variables.one.id === one.id} onClick={() => pick(one)} data-testid="appoint-pick">{one.openCases >= one.capacity ? t('network.full') : t(handsOver ? 'board.handOver.pick' : 'board.appoint.pick')}</Button>
          </li>
        ))}
      </ul>
      <ReasonDialog
        open={asked !== null} close={() => setAsked(null)} required confirm={t(handsOver ? 'board.handOver.pick' : 'board.appoint.pick')}
        title={t(handsOver ? 'board.handOver.title' : 'board.appoint.title')}
        text={[asked?.awayUntil ? t('board.appoint.away', { name: asked.name, day: day(asked) }) : '', handsOver ? t('board.handOver.text', { name: asked?.name ?? '' }) : ''].filter(Boolean).join(' ')}
        go={(reason) => (asked ? appoint.mutateAsync({ one: asked, reason }) : Promise.resolve())}
      />
    </section>
  )
}
