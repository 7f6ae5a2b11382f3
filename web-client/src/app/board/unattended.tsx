import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/lib/api'
import { Select } from '@/ui/field'
import { Icon } from '@/ui/icon'
import { Refused } from '@/ui/states'

const choices = [1, 2, 3, 5, 10, 15, 30, 60]

/** Cases in which somebody waits and the mediator, although told, has not answered; and after how long that is said. Number and time, no content. */
export function Unattended({ open }: { open: (caseId: string) => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: ['unattended'], queryFn: () => api('GET /unattended'), refetchInterval: 30_000 })
  const set = useMutation({ scope: { id: 'attention-limit' }, mutationFn: (minutes: number) => api('PUT /attention-limit', { body: { minutes } }), onSuccess: (view) => queries.setQueryData(['unattended'], view) })
  const now = useNow()
  if (!data) return null
  const limit = (set.isPending ? set.variables : data.limitMinutes) ?? Math.max(1, Math.round(data.defaultMinutes))
  return (
    <section className={`notice unattended ${data.cases.length > 0 ? 'stop' : ''}`} aria-label={t('board.unattended.title')} data-testid="unattended">
      <div className="stack tight" role="status">
        {data.cases.length === 0 ? <span className="small">{t('board.unattended.none')}</span> : <b><Icon name="bell" size={18} /> {t('board.unattended.some', { count: data.cases.length })}</b>}
        {data.cases.length > 0 && (
          <ul className="plain">
            {data.cases.map((one) => (
              <li key={one.caseId}>
                <button type="button" className="link number" onClick={() => open(one.caseId)} data-testid="unattended-case" data-case={one.caseId}>{one.caseNumber}</button>
                {' '}{t('board.unattended.waits', { count: Math.max(1, Math.floor((now - Date.parse(one.since)) / 60_000)), mediator: one.mediatorName ?? '—' })} <span className="soft small">{one.organisationName}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="unattended-limit">
        <Select label={<span className="small">{t('board.unattended.limit')}</span>} value={String(limit)} onChange={(event) => set.mutate(Number(event.target.value))} data-testid="attention-limit">
          {[...new Set([...choices, limit])].sort((a, b) => a - b).map((minutes) => <option key={minutes} value={minutes}>{t('board.unattended.minutes', { count: minutes })}</option>)}
        </Select>
      </div>
      <Refused error={set.error} />
    </section>
  )
}

/** How long somebody has waited goes on by itself. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
