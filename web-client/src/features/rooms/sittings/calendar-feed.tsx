import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/states'

/** A private address for the mediator's own calendar program: shown once, replaced, switched off. */
export function CalendarFeed() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const feed = useQuery({ queryKey: ['calendar-feed'], queryFn: () => api('GET /calendar') })
  const show = { onSuccess: (view: Awaited<ReturnType<typeof api<'GET /calendar'>>>) => queries.setQueryData(['calendar-feed'], view) }
  const make = useMutation({ mutationFn: () => api('POST /calendar'), ...show })
  const revoke = useMutation({ mutationFn: () => api('POST /calendar/revoke'), ...show })
  const on = feed.data?.madeAt !== null
  return (
    <details className="queue-ended" data-testid="calendar-feed">
      <summary>{t('sittings.feed.title')}</summary>
      <div className="stack tight">
        <p className="soft small">{t('sittings.feed.lead')}</p>
        {feed.data?.address && <TextField label={t('sittings.feed.address')} readOnly value={feed.data.address} onFocus={(event) => event.target.select()} data-testid="feed-address" />}
        {on && !feed.data?.address && <p className="small" data-testid="feed-on">{t('sittings.feed.since')}</p>}
        <Refused error={make.error ?? revoke.error} />
        <div className="row close">
          <Button look="quiet" compact busy={make.isPending} onClick={() => make.mutate()} data-testid="feed-make">{t(on ? 'sittings.feed.again' : 'sittings.feed.make')}</Button>
          {on && <Button look="plain" compact busy={revoke.isPending} onClick={() => revoke.mutate()} data-testid="feed-revoke">{t('sittings.feed.revoke')}</Button>}
        </div>
      </div>
    </details>
  )
}
