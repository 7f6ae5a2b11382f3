import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useEnterprise } from '@/features/enterprises/use-enterprise'
import { Empty, Failed, Loading } from '@/ui/states'
import '../apply/apply.css'
import '../dispute/dispute.css'
import { DisputeForm } from '../dispute/dispute-form'

export default function DisputePage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const enterprise = useEnterprise(id)
  if (enterprise.isPending) return <Loading />
  if (enterprise.isError) return <Failed error={enterprise.error} retry={() => void enterprise.refetch()} />
  return (
    <div className="page stack wide" data-testid="dispute-page">
      {enterprise.data.mayOpenDispute
        ? <DisputeForm enterprise={enterprise.data} />
        : <Empty title={t('enterprises.dispute.title')}><p className="soft">{t('enterprises.dispute.notFor')}</p><Link to={`/enterprises/${id}`}>{enterprise.data.name}</Link></Empty>}
    </div>
  )
}
