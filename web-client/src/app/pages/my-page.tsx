import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { PasskeyOffer } from '@/features/accounts/passkey-offer'
import { CaseListItem } from '@/features/cases/case-list-item'
import { EnterprisesLink } from '@/features/enterprises/enterprises-link'
import { useCases } from '@/features/cases/use-case'
import { GuestPlaces } from '@/features/rooms/guests/guest-places'
import { useRooms } from '@/realtime'
import { ButtonLink } from '@/ui/button'
import { late } from '@/ui/late'
import { Empty, Failed, Loading } from '@/ui/states'
import { RoomLink } from '../room/room-link'

const ThisDevice = late(() => import('../device/this-device'))

export default function MyPage() {
  const { t } = useTranslation()
  const cases = useCases('mine')
  const { rooms } = useRooms()
  if (cases.isPending) return <Loading />
  if (cases.isError) return <Failed error={cases.error} retry={() => void cases.refetch()} />
  const unread = (rooms ?? []).filter((room) => room.unread > 0 || room.myStanding === 'Invited')
  return (
    <div className="page stack loose" data-testid="my-page">
      <div className="row apart"><h1>{t('app.my.title')}</h1>{cases.data.length > 0 && <ButtonLink to="/apply" look="quiet" compact>{t('app.home.apply.title')}</ButtonLink>}</div>
      <GuestPlaces />
      <EnterprisesLink />
      {unread.length > 0 && (
        <section className="stack tight">
          <h2>{t('app.my.waiting')}</h2>
          {unread.map((room) => <RoomLink key={room.id} room={room} about={cases.data.find((item) => item.id === room.caseId)?.title} />)}
        </section>
      )}
      {cases.data.length === 0
        ? <Empty title={t('app.my.none')}><p className="soft">{t('app.my.noneText')}</p><ButtonLink to="/apply">{t('app.home.apply.title')}</ButtonLink></Empty>
        : <ul className="plain stack">{cases.data.map((item) => <li key={item.id}><CaseListItem item={item} /></li>)}</ul>}
      <PasskeyOffer />
      <Suspense fallback={null}><ThisDevice /></Suspense>
    </div>
  )
}
