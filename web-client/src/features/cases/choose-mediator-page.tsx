import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { MediatorView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { plainDate } from '@/lib/time'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Empty, Failed, Loading, Refused } from '@/ui/states'
import { AwayQuestion } from './away-question'
import { useCase, useCaseAct } from './use-case'

/** Mediators of the centre, those skilled in this kind of dispute first; each party chooses for himself. */
export default function ChooseMediatorPage() {
  const { t, i18n } = useTranslation()
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const theCase = useCase(id)
  const [search, setSearch] = useState('')
  const [asked, setAsked] = useState<MediatorView | null>(null)
  const view = theCase.data
  const mediators = useQuery({
    queryKey: ['mediators', view?.organisationId, search],
    queryFn: () => api('GET /mediators', { query: { take: 60, ...(search.trim() ? { search: search.trim() } : { organisationId: view?.organisationId ?? '' }) } }),
    enabled: view !== undefined,
  })
  const choose = useCaseAct((one: MediatorView) => api('POST /cases/{id}/mediator', { path: { id }, body: { mediatorId: one.id, awayUntil: one.awayUntil } }))
  const pick = (one: MediatorView) => choose.mutate(one, { onSuccess: () => void navigate(`/cases/${id}`) })
  if (theCase.isPending) return <Loading />
  if (theCase.isError) return <Failed error={theCase.error} retry={() => void theCase.refetch()} />
  const skilled = (mediator: MediatorView) => mediator.skills.includes(theCase.data.kind)
  const mine = (mediator: MediatorView) => mediator.id === theCase.data.myChoice
  const sorted = [...(mediators.data ?? [])].sort((a, b) => Number(a.awayUntil !== null) - Number(b.awayUntil !== null) || Number(skilled(b)) - Number(skilled(a)) || b.grade - a.grade)
  return (
    <div className="page stack" data-testid="choose-page">
      <h1>{t('cases.choose.title')}</h1>
      <p className="soft">{t('cases.choose.lead')}</p>
      <TextField label={t('cases.choose.search')} type="search" value={search} onChange={(event) => setSearch(event.target.value)} data-testid="mediator-search" />
      <Refused error={choose.error} />
      {mediators.isPending && <Loading />}
      {mediators.isError && <Failed error={mediators.error} retry={() => void mediators.refetch()} />}
      {mediators.isSuccess && sorted.length === 0 && <Empty title={t('cases.choose.none')} />}
      <ul className="plain stack">
        {sorted.map((mediator) => (
          <li key={mediator.id} className="card stack tight" data-testid="mediator" data-name={mediator.name}>
            <span className="row apart"><h2>{mediator.name}</h2>{mine(mediator) ? <span className="badge accent">✓ {t('cases.choose.mine')}</span> : skilled(mediator) && <span className="badge good">{t('cases.choose.skilled')}</span>}</span>
            <span className="soft small">{mediator.organisationName} · {t(`network.pool.${mediator.pool}`)} · {t(mediator.chargesFee ? 'network.fee' : 'network.free')}</span>
            <p lang="zh-CN">{mediator.introduction}</p>
            <span className="row close">{mediator.skills.map((skill) => <span key={skill} className="badge">{t(`network.disputeKind.${skill}`)}</span>)}</span>
            {mediator.awayUntil && <span className="notice wait small" data-testid="away-until">{t('network.away', { day: plainDate(mediator.awayUntil, i18n.language) })}</span>}
            <span className="soft small">{t('network.load', { open: mediator.openCases, capacity: mediator.capacity })}</span>
            <Button
              look={mine(mediator) ? 'quiet' : 'main'} disabled={mine(mediator) || mediator.openCases >= mediator.capacity} busy={choose.isPending && choose.variables.id === mediator.id} data-testid="choose"
              onClick={() => { if (mediator.awayUntil) setAsked(mediator); else pick(mediator) }}
            >
              {mine(mediator) ? t('cases.choose.mine') : mediator.openCases >= mediator.capacity ? t('network.full') : t('cases.choose.pick', { name: mediator.name })}
            </Button>
          </li>
        ))}
      </ul>
      <AwayQuestion mediator={asked} close={() => setAsked(null)} choose={(one) => { setAsked(null); pick(one) }} />
    </div>
  )
}
