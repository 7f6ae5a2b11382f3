import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { ConnectionBanner, EntryRenderersProvider } from '@/features/rooms'
import { caseRoomRenderers } from '@/features/settlements/entry-renderers'
import { useEngine, useRoom } from '@/realtime'
import { Empty, Failed, Loading } from '@/ui/states'
import { Lobby } from '../room/lobby'
import { ToEnterprise } from '../room/to-enterprise'
import { RoomTabs } from '../room/room-tabs'
import { PartyRoom } from '../room/party-room'
import '../room-texts'
import '../room/room.css'

export default function RoomPage() {
  const { id = '' } = useParams()
  return <EntryRenderersProvider value={caseRoomRenderers}><Room key={id} id={id} /></EntryRenderersProvider>
}

function Room({ id }: { id: string }) {
  const { t } = useTranslation()
  const room = useRoom(id)
  const { personId } = useEngine()
  const view = room.snapshot
  const me = view?.members.find((member) => member.personId === personId)
  const isGuest = me !== undefined && me.partyId === null && me.role !== 'Mediator'
  const content = () => {
    if (room.revoked || view?.room.myStanding === 'Removed') return <Empty title={t('rooms.removedTitle')}><p className="soft">{t('rooms.removedText')}</p><Link to="/my">{t('app.own')}</Link></Empty>
    if (room.refusal) return <Failed error={room.refusal} />
    if (!view) return <Loading />
    return view.room.myStanding === 'Admitted' ? <PartyRoom room={room} /> : <Lobby room={room} />
  }
  return (
    <div className="room-page" data-testid="room-page" data-standing={view?.room.myStanding}>
      <ConnectionBanner />
      {view?.room.enterpriseId && <ToEnterprise id={view.room.enterpriseId} />}
      {view?.room.caseId && <RoomTabs caseId={view.room.caseId} current={id} guest={isGuest} />}
      {content()}
    </div>
  )
}
