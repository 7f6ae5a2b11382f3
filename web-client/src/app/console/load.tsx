import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '@/features/accounts/me'
import { api } from '@/lib/api'

/** How many cases the mediator has of how many he takes: nobody is given more. */
export function Load() {
  const { t } = useTranslation()
  const me = useMe().data
  const { data } = useQuery({
    queryKey: ['mediators', 'me', me?.mediatorId],
    queryFn: () => api('GET /mediators', { query: { search: me?.displayName ?? '', take: 20 } }),
    enabled: me?.mediatorId != null,
    staleTime: 60_000,
  })
  const own = data?.find((one) => one.id === me?.mediatorId)
  if (!own) return null
  return <span className="soft small number console-load" data-testid="own-load">{t('network.load', { open: own.openCases, capacity: own.capacity })}</span>
}
