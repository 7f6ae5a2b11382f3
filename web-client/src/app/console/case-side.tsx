import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Clock } from '@/features/cases/clocks'
import { Claims, Parties } from '@/features/cases/parties'
import { Term } from '@/features/cases/term'
import { useCase } from '@/features/cases/use-case'
import { OtherWays } from '@/features/cases/ways'
import '@/features/cases/cases.css'
import '@/features/evidence/evidence.css'
import { ExhibitCard } from '@/features/evidence/exhibit-card'
import { Sittings } from '@/features/rooms/sittings/sittings'
import { Enforcement } from '@/features/settlements/enforcement/enforcement'
import { PerformanceSection } from '@/features/settlements/performance/performance-section'
import { RoutesSection } from '@/features/settlements/routes/routes-section'
import { Sheets } from '@/features/settlements/sheets/sheets'
import { api } from '@/lib/api'
import { fullTime } from '@/lib/time'
import { Failed, Loading } from '@/ui/states'
import { AnswerAppointment } from '../staff/answer-appointment'
import { CloseCase } from '../staff/close-case'
import { Funnel } from '../staff/funnel'

/** The case's papers beside its rooms: answer the appointment, clocks, people, claims, exhibits, ending it. */
export function CaseSide({ caseId, close }: { caseId: string; close: () => void }) {
  const { t, i18n } = useTranslation()
  const theCase = useCase(caseId)
  const exhibits = useQuery({ queryKey: ['exhibits', caseId], queryFn: () => api('GET /cases/{id}/exhibits', { path: { id: caseId } }) })
  if (theCase.isPending) return <Loading />
  if (theCase.isError) return <Failed error={theCase.error} retry={() => void theCase.refetch()} />
  const view = theCase.data
  const may = new Set(view.mayAct)
  const ended = view.stage === 'Closed' || view.stage === 'Agreed'
  return (
    <div className="stack case-side" data-testid="case-side" data-stage={view.stage}>
      <header className="stack tight">
        <span className="row"><span className="badge accent" data-testid="case-stage">{t(`cases.stage.${view.stage}`)}</span><span className="soft small number" data-testid="case-number">{view.number}</span></span>
        <h2>{view.title}</h2>
        <p className="soft small">{t(`network.disputeKind.${view.kind}`)} · {t('app.case.filedAt', { time: fullTime(view.filedAt, i18n.language) })}</p>
      </header>
      {view.stage === 'Closed' && view.closingReason && <p className="notice stop" data-testid="case-closed"><b>{t('app.case.closed', { reason: t(`cases.closing.${view.closingReason}`) })}</b>{view.closingNote && <span>{view.closingNote}</span>}</p>}
      {may.has('accept') && <AnswerAppointment view={view} declined={close} />}
      {view.clocks.map((clock) => <Clock key={clock.code} clock={clock} />)}
      {view.stage === 'Agreed' && <PerformanceSection caseId={view.id} />}
      {(view.stage === 'InMediation' || view.stage === 'Signing') && <Sittings caseId={caseId} />}
      <Term view={view} />
      {view.stage !== 'Closed' && <Sheets caseId={caseId} writes={view.stage === 'InMediation' || view.stage === 'Signing'} />}
      {view.stage === 'Agreed' && <Enforcement caseId={caseId} />}
      {view.stage === 'Agreed' && <RoutesSection caseId={caseId} />}
      <section className="stack tight"><h3>{t('app.case.people')}</h3><Parties view={view} /></section>
      <section className="stack tight"><h3>{t('app.case.what')}</h3><p className="case-story">{view.whatHappened}</p></section>
      <section className="stack tight"><h3>{t('app.case.claims')}</h3><Claims view={view} /></section>
      <section className="stack tight">
        <h3>{t('evidence.title')}</h3>
        {exhibits.isError && <Failed error={exhibits.error} retry={() => void exhibits.refetch()} />}
        {exhibits.data?.length === 0 && <p className="soft">{t('evidence.none')}</p>}
        {exhibits.data?.map((exhibit) => <ExhibitCard key={exhibit.id} exhibit={{ ...exhibit, exhibitId: exhibit.id }} />)}
      </section>
      {!ended && <Funnel view={view} />}
      {view.stage === 'Closed' && <OtherWays ways={view.otherWays} />}
      {may.has('close') && <CloseCase view={view} as="mediator" />}
    </div>
  )
}
