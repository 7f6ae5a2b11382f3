import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { EnterpriseView } from '@/contracts/realtime'
import { ButlerTeam } from '@/features/enterprises/butler-team'
import { EnterpriseCases } from '@/features/enterprises/enterprise-cases'
import '@/features/enterprises/enterprises.css'
import { Mandates } from '@/features/enterprises/mandates'
import { useEnterprise } from '@/features/enterprises/use-enterprise'
import { useRooms } from '@/realtime'
import { ButtonLink } from '@/ui/button'
import { Failed, Loading } from '@/ui/states'
import { RoomLink } from '../room/room-link'

export default function EnterprisePage() {
  const { id = '' } = useParams()
  const enterprise = useEnterprise(id)
  if (enterprise.isPending) return <Loading />
  if (enterprise.isError) return <Failed error={enterprise.error} retry={() => void enterprise.refetch()} />
  return <EnterpriseSheet enterprise={enterprise.data} />
}

function EnterpriseSheet({ enterprise }: { enterprise: EnterpriseView }) {
  const { t } = useTranslation()
  const { rooms } = useRooms()
  const room = rooms?.find((one) => one.id === enterprise.roomId)
  const representative = enterprise.mandates.some((one) => one.isMe && one.inForce)
  return (
    <div className="page stack wide" data-testid="enterprise-page">
      <header className="stack tight">
        <p className="small"><Link to="/enterprises">{t('enterprises.title')}</Link></p>
        <h1>{enterprise.name}</h1>
        <dl className="facts">
          <div><dt>{t('enterprises.creditCode')}</dt><dd className="number">{enterprise.creditCode}</dd></div>
          {enterprise.area && <div><dt>{t('enterprises.area')}</dt><dd>{enterprise.area}</dd></div>}
        </dl>
      </header>
      <section className="stack tight">
        <h2>{t('enterprises.room')}</h2>
        <p className="soft small">{t('enterprises.roomLead')}</p>
        {room ? <RoomLink room={room} /> : <ButtonLink to={`/rooms/${enterprise.roomId}`} look="quiet" whole>{t('enterprises.room')}</ButtonLink>}
      </section>
      {enterprise.mayOpenDispute && (
        <section className="card stack">
          <h2>{t('enterprises.cases')}</h2>
          <EnterpriseCases cases={enterprise.cases} />
          <p className="soft small">{t('enterprises.openLead')} {t('enterprises.butlerNotice')}</p>
          <ButtonLink to={`/enterprises/${enterprise.id}/dispute`} whole data-testid="open-dispute">{t('enterprises.open')}</ButtonLink>
        </section>
      )}
      <section className="card stack"><h2>{t('enterprises.butlers')}</h2><ButlerTeam butlers={enterprise.butlers} />{!representative && <p className="notice small">{t('enterprises.butlerNotice')}</p>}</section>
      <Mandates enterprise={enterprise} />
    </div>
  )
}
