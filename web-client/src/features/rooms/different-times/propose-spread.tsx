import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDifferentTimesView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { uuid7 } from '@/lib/uuid7'
import { toChinaField } from '@/lib/zones'
import { Article } from '@/ui/article'
import { Button } from '@/ui/button'
import { Select, TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useSpreadAct } from './use-different-times'

const hours = [12, 24, 48, 72]
const inDays = (days: number) => toChinaField(new Date(Date.now() + days * 86_400_000).toISOString()).slice(0, 10)

/** Proposed by a party it is his consent as well. */
export function ProposeSpread({ view, close }: { view: CaseDifferentTimesView; close: () => void }) {
  const { t } = useTranslation()
  const [id] = useState(() => uuid7())
  const [last, setLast] = useState(() => inDays(3))
  const [turn, setTurn] = useState(24)
  const propose = useSpreadAct(() => api('POST /cases/{caseId}/different-times', { path: { caseId: view.caseId }, body: { id, lastDay: last, turnHours: turn } }), close)
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); propose.mutate(undefined) }}>
      <p>{t('times.lead')}</p>
      <p className="soft small"><Article citation={view.article} />{!view.verified && ` ${t('times.unverified')}`}</p>
      <TextField type="date" label={t('times.last')} required min={inDays(1)} max={inDays(30)} value={last} onChange={(event) => setLast(event.target.value)} data-testid="times-last" />
      <Select label={t('times.turn')} value={turn} onChange={(event) => setTurn(Number(event.target.value))} data-testid="times-hours">{hours.map((one) => <option key={one} value={one}>{t('times.hours', { hours: one })}</option>)}</Select>
      <Refused error={propose.error} />
      <div className="row"><Button type="submit" busy={propose.isPending} data-testid="times-propose">{t('times.propose')}</Button><Button look="plain" onClick={close}>{t('ui.cancel')}</Button></div>
    </form>
  )
}
