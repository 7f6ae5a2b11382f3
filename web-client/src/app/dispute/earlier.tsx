import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { Failed, Loading } from '@/ui/states'
import type { useChannel } from './use-channel'

/** What a list out of the room needs around it: waiting, what went wrong, and the way further back. */
export function Earlier({ channel }: { channel: ReturnType<typeof useChannel> }) {
  const { t } = useTranslation()
  const { query } = channel
  if (query.isPending) return <Loading />
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />
  return query.hasNextPage ? <Button look="quiet" compact busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} data-testid="earlier">{t('enterprises.dispute.earlier')}</Button> : null
}
