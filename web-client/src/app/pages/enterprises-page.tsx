import { useTranslation } from 'react-i18next'
import { EnterpriseCard } from '@/features/enterprises/enterprise-card'
import { useEnterprises } from '@/features/enterprises/use-enterprise'
import { useRooms } from '@/realtime'
import { Empty, Failed, Loading } from '@/ui/states'

/** The enterprises that one speaks for, or whose butler one is. */
export default function EnterprisesPage() {
  const { t } = useTranslation()
  const enterprises = useEnterprises()
  const { rooms } = useRooms()
  if (enterprises.isPending) return <Loading />
  if (enterprises.isError) return <Failed error={enterprises.error} retry={() => void enterprises.refetch()} />
  return (
    <div className="page stack wide" data-testid="enterprises-page">
      <header className="stack tight"><h1>{t('enterprises.title')}</h1><p className="soft">{t('enterprises.lead')}</p></header>
      {enterprises.data.length === 0
        ? <Empty title={t('enterprises.none')}><p className="soft">{t('enterprises.noneText')}</p></Empty>
        : <ul className="plain stack">{enterprises.data.map((one) => <li key={one.id}><EnterpriseCard enterprise={one} unread={rooms?.find((room) => room.id === one.roomId)?.unread ?? 0} /></li>)}</ul>}
    </div>
  )
}
