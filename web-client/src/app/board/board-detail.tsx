import { useTranslation } from 'react-i18next'
import { Keeping } from '@/features/archive/keeping'
import { SealedCase } from '@/features/archive/sealed-case'
import { Clock } from '@/features/cases/clocks'
import { Parties } from '@/features/cases/parties'
import { Rail } from '@/features/cases/rail'
import { useCase } from '@/features/cases/use-case'
import { OtherWays } from '@/features/cases/ways'
import '@/features/cases/cases.css'
import { PerformanceSection } from '@/features/settlements/performance/performance-section'
import { fullTime } from '@/lib/time'
import { Icon } from '@/ui/icon'
import { Failed, Loading } from '@/ui/states'
import { CloseCase } from '../staff/close-case'
import { Funnel } from '../staff/funnel'
import { Appoint } from './appoint'

/** One case as the centre may have it: how far it is, which clocks run, what the centre may do. Nothing of what is said in it. */
export function BoardDetail({ caseId, close }: { caseId: string; close: () => void }) {
  const { t, i18n } = useTranslation()
  const theCase = useCase(caseId)
  const view = theCase.data
  const may = new Set(view?.mayAct)
  const ended = view?.stage === 'Closed' || view?.stage === 'Agreed'
  return (
    <aside className="board-detail" data-testid="board-detail" data-stage={view?.stage} aria-label={t('board.detail')}>
      <header className="side-head"><b>{view?.number ?? t('board.detail')}</b><button type="button" className="pane-close" onClick={close} aria-label={t('ui.close')} data-testid="board-close"><Icon name="cross" size={18} /></button></header>
      {theCase.isPending && <Loading />}
      {theCase.isError && <SealedCase caseId={caseId} otherwise={<Failed error={theCase.error} retry={() => void theCase.refetch()} />} />}
      {theCase.isError && <div className="side-body"><Keeping caseId={caseId} /></div>}
      {view && (
        <div className="stack side-body">
          <header className="stack tight">
            {view.title && <h2>{view.title}</h2>}
            <p className="soft small">{t(`network.disputeKind.${view.kind}`)} · {view.organisationName} · {t('app.case.filedAt', { time: fullTime(view.filedAt, i18n.language) })}</p>
          </header>
          <section className="stack tight"><h3>{t('board.status')}</h3><Rail stage={view.stage} /></section>
          {view.stage === 'Closed' && view.closingReason && <p className="notice stop" data-testid="case-closed"><b>{t('app.case.closed', { reason: t(`cases.closing.${view.closingReason}`) })}</b></p>}
          {view.clocks.map((clock) => <Clock key={clock.code} clock={clock} />)}
          {view.stage === 'Agreed' && view.parties.length > 0 && <PerformanceSection caseId={view.id} />}
          {view.parties.length > 0 ? <section className="stack tight"><h3>{t('app.case.people')}</h3><Parties view={view} /></section> : <p className="notice">{t('board.supervised')}</p>}
          {!ended && <Funnel view={view} />}
          {view.mediatorName && !may.has('appoint') && !may.has('hand-over') && <p data-testid="mediator-now">{t('cases.mediator')} <b>{view.mediatorName}</b></p>}
          {(may.has('appoint') || may.has('hand-over')) && <Appoint view={view} handsOver={may.has('hand-over')} />}
          {view.stage === 'Closed' && <OtherWays ways={view.otherWays} />}
          {ended && <Keeping caseId={view.id} />}
          {may.has('close') && <CloseCase view={view} as="operator" />}
        </div>
      )}
    </aside>
  )
}
