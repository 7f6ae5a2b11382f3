import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { CaseView } from '@/contracts/realtime'
import { SealedCase } from '@/features/archive/sealed-case'
import { AnswerStep } from '@/features/cases/invitation-answer'
import { Clock } from '@/features/cases/clocks'
import { Claims, Parties } from '@/features/cases/parties'
import { Rail } from '@/features/cases/rail'
import { Stopped } from '@/features/cases/stopped'
import { Term } from '@/features/cases/term'
import { useCase } from '@/features/cases/use-case'
import { OtherWays } from '@/features/cases/ways'
import { WithdrawCase } from '@/features/cases/withdraw-case'
import '@/features/evidence/evidence.css'
import { ExhibitCard } from '@/features/evidence/exhibit-card'
import { Sittings } from '@/features/rooms/sittings/sittings'
import { GuestAsks } from '@/features/rooms/guests/guest-asks'
import { Sheets } from '@/features/settlements/sheets/sheets'
import { DraftOnTable } from '@/features/settlements/table/draft-on-table'
import { api } from '@/lib/api'
import { fullTime } from '@/lib/time'
import { useRooms } from '@/realtime'
import { ButtonLink } from '@/ui/button'
import { late } from '@/ui/late'
import { Failed, Loading } from '@/ui/states'
import { inOrder } from '../room/in-order'
import { RoomLink } from '../room/room-link'

// Read once the sheet itself is on screen: a slow line should not wait for what comes after the end.
const TimesOnCase = late(() => import('./times-on-case').then((part) => ({ default: part.TimesOnCase })))
const YourData = late(() => import('@/features/archive/your-data').then((part) => ({ default: part.YourData })))
const Voice = late(() => import('@/features/cases/voice/voice').then((part) => ({ default: part.Voice })))
const Enforcement = late(() => import('@/features/settlements/enforcement/enforcement').then((part) => ({ default: part.Enforcement })))
const PerformanceSection = late(() => import('@/features/settlements/performance/performance-section').then((part) => ({ default: part.PerformanceSection })))
const RoutesSection = late(() => import('@/features/settlements/routes/routes-section').then((part) => ({ default: part.RoutesSection })))

export default function CasePage() {
  const { id = '' } = useParams()
  const theCase = useCase(id)
  if (theCase.isPending) return <Loading />
  if (theCase.isError) return <SealedCase caseId={id} otherwise={<Failed error={theCase.error} retry={() => void theCase.refetch()} />} />
  return <CaseSheet view={theCase.data} />
}

function CaseSheet({ view }: { view: CaseView }) {
  const { t, i18n } = useTranslation()
  const { rooms } = useRooms()
  const exhibits = useQuery({ queryKey: ['exhibits', view.id], queryFn: () => api('GET /cases/{id}/exhibits', { path: { id: view.id } }) })
  const may = new Set(view.mayAct)
  if (may.has('consent')) return <div className="page"><AnswerStep caseId={view.id} /></div>
  if (view.parties.some((party) => party.isMe && party.refused)) return <div className="page stack loose"><Stopped view={view} /><Suspense><Voice caseId={view.id} /></Suspense></div>
  const mine = inOrder((rooms ?? []).filter((room) => room.caseId === view.id))
  const running = view.clocks.filter((clock) => clock.running)
  const party = view.parties.some((one) => one.isMe)
  const signing = view.stage === 'Signing' || view.stage === 'Agreed'
  return (
    <div className="page stack loose" data-testid="case-page" data-stage={view.stage}>
      <header className="stack tight">
        <p className="soft small number" data-testid="case-number">{view.number}</p>
        <h1>{view.title}</h1>
        <p className="soft small">{t(`network.disputeKind.${view.kind}`)} · {view.organisationName} · <a href={`tel:${view.organisationPhone}`} className="number">{view.organisationPhone}</a></p>
      </header>
      <section className="card stack">
        <Rail stage={view.stage} />
        <NextStep view={view} may={may} />
        {signing && <ButtonLink to={`/sign/${view.id}`} whole data-testid="case-sign">{t(view.stage === 'Agreed' ? 'settlements.toOutcome' : 'settlements.toSign')}</ButtonLink>}
      </section>
      {view.stage === 'Agreed' && <Suspense fallback={null}><PerformanceSection caseId={view.id} /></Suspense>}
      {(view.stage === 'InMediation' || view.stage === 'Signing') && <Sittings caseId={view.id} />}
      {view.stage === 'InMediation' && <Suspense fallback={null}><TimesOnCase caseId={view.id} myParty={view.parties.find((one) => one.isMe)?.id ?? null} /></Suspense>}
      <Term view={view} />
      {party && (view.stage === 'InMediation' || view.stage === 'Signing') && <DraftOnTable caseId={view.id} />}
      {party && ['InMediation', 'Signing', 'Agreed', 'Closed'].includes(view.stage) && <Sheets caseId={view.id} />}
      {party && view.stage === 'InMediation' && <GuestAsks caseId={view.id} />}
      {view.stage === 'Agreed' && <Suspense><Enforcement caseId={view.id} /><RoutesSection caseId={view.id} /></Suspense>}
      {mine.length > 0 && <section className="stack tight"><h2>{t('app.case.rooms')}</h2>{mine.map((room) => <RoomLink key={room.id} room={room} />)}</section>}
      {running.length > 0 && <section className="stack tight"><h2>{t('app.case.clocks')}</h2>{running.map((clock) => <Clock key={clock.code} clock={clock} />)}</section>}
      {view.stage === 'Closed' && view.closingReason !== 'Agreed' && <OtherWays ways={view.otherWays} />}
      <section className="card stack"><h2>{t('app.case.people')}</h2><Parties view={view} />{view.mediatorName && <p>{t('cases.mediator')} <b>{view.mediatorName}</b></p>}</section>
      <section className="card stack"><h2>{t('app.case.what')}</h2><p style={{ whiteSpace: 'pre-wrap' }}>{view.whatHappened}</p><h2>{t('app.case.claims')}</h2><Claims view={view} /></section>
      <section className="card stack">
        <h2>{t('evidence.title')}</h2>
        {exhibits.isError && <Failed error={exhibits.error} retry={() => void exhibits.refetch()} />}
        {exhibits.data?.length === 0 && <p className="soft">{t('evidence.none')}</p>}
        {exhibits.data?.map((exhibit) => <ExhibitCard key={exhibit.id} exhibit={{ ...exhibit, exhibitId: exhibit.id }} />)}
      </section>
      <Suspense>
        {party && <Voice caseId={view.id} />}
        <YourData caseId={view.id} />
      </Suspense>
      <p className="soft small">{t('app.case.filedAt', { time: fullTime(view.filedAt, i18n.language) })}</p>
      {may.has('close') && (party ? <WithdrawCase caseId={view.id} /> : <ButtonLink to={`/console?side=case:${view.id}`} look="quiet" whole data-testid="to-console">{t('app.case.toConsole')}</ButtonLink>)}
    </div>
  )
}

function NextStep({ view, may }: { view: CaseView; may: ReadonlySet<string> }) {
  const { t } = useTranslation()
  const closed = view.stage === 'Closed' && view.closingReason !== null
  return (
    <div className="stack tight" data-testid="next-step">
      <p><b>{closed ? t('app.case.closed', { reason: t(`cases.closing.${view.closingReason ?? 'Other'}`) }) : t(`app.case.next.${view.stage}`)}</b></p>
      {view.closingNote && <p className="soft">{view.closingNote}</p>}
      {may.has('choose-mediator') && view.myChoice !== null && <ChosenByMe mediatorId={view.myChoice} />}
      {may.has('choose-mediator') && <ButtonLink to={`/cases/${view.id}/mediator`} look={view.myChoice === null ? 'main' : 'quiet'} data-testid="to-choose">{t(view.myChoice === null ? 'app.case.choose' : 'cases.choose.again')}</ButtonLink>}
    </div>
  )
}

function ChosenByMe({ mediatorId }: { mediatorId: string }) {
  const { t } = useTranslation()
  const mediators = useQuery({ queryKey: ['mediators', 'named'], queryFn: () => api('GET /mediators', { query: { take: 200 } }), staleTime: 600_000 })
  const name = mediators.data?.find((mediator) => mediator.id === mediatorId)?.name
  return name === undefined ? null : <p data-testid="chosen">{t('cases.choose.chosen', { name })}</p>
}
