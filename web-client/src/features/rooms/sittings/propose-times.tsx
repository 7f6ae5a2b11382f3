import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import { emptyTime, wireOf, type TimeDraft } from './time-draft'
import { TimeFields } from './time-fields'
import { useSittingAct } from './use-sittings'

const most = 5

/** The mediator proposes up to five times, in China's time. */
export function ProposeTimes({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const [times, setTimes] = useState<TimeDraft[] | null>(null)
  const propose = useSittingAct((drafts: TimeDraft[]) => api('POST /cases/{caseId}/sittings', { path: { caseId }, body: { times: drafts.map(wireOf) } }))
  if (times === null) return <Button look="quiet" compact onClick={() => setTimes([emptyTime])} data-testid="propose-times">{t('sittings.propose.open')}</Button>
  const change = (at: number, draft: TimeDraft) => setTimes(times.map((old, other) => (other === at ? draft : old)))
  return (
    <form className="card stack" onSubmit={(event) => { event.preventDefault(); propose.mutate(times) }} data-testid="propose-form">
      <h3>{t('sittings.propose.title')}</h3>
      <p className="soft small">{t('sittings.propose.lead')}</p>
      {times.map((draft, at) => (
        <fieldset key={at} className="stack tight time-choice" data-testid="time-row">
          <legend className="small soft">{t('sittings.propose.number', { number: at + 1 })}</legend>
          <TimeFields draft={draft} change={(next) => change(at, next)} />
          {times.length > 1 && <Button look="plain" compact onClick={() => setTimes(times.filter((_, other) => other !== at))}>{t('sittings.propose.drop')}</Button>}
        </fieldset>
      ))}
      {times.length < most && <Button look="plain" compact onClick={() => setTimes([...times, { ...emptyTime, minutes: times.at(-1)?.minutes ?? 60, place: times.at(-1)?.place ?? '' }])} data-testid="time-add">{t('sittings.propose.add')}</Button>}
      <Refused error={propose.error} />
      <div className="row">
        <Button type="submit" compact busy={propose.isPending} disabled={times.some((one) => one.at === '')} data-testid="propose-yes">{t('sittings.propose.send')}</Button>
        <Button look="plain" compact onClick={() => setTimes(null)}>{t('ui.cancel')}</Button>
      </div>
    </form>
  )
}
