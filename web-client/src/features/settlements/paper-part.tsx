import { useTranslation } from 'react-i18next'
import type { AgreementView, PaperPartView } from '@/contracts/realtime'
import { exhibitAddress } from '@/features/evidence/upload'
import { api } from '@/lib/api'
import { plainDate } from '@/lib/time'
import { Article } from '@/ui/article'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import { PaperSigning } from './paper-signing'
import { useAgreementAct } from './use-signing'

const looks = { Collecting: 'wait', Fixed: 'accent', SignedByHand: 'good' } as const

/** The part of the agreement that is signed by hand: what is in it, the print, and what became of it. */
export function PaperPart({ view }: { view: AgreementView }) {
  const { t, i18n } = useTranslation()
  const { paper, caseId } = view
  if (paper === null) return null
  return (
    <section className="card stack" data-testid="paper-part" data-state={paper.state}>
      <header className="row apart"><h3>{t('settlements.paper.title')}</h3><span className={`badge ${looks[paper.state]}`}>{t(`settlements.paper.state.${paper.state}`)}</span></header>
      <p className="small soft">{t('settlements.paper.why')} <Article citation="《电子签名法》第三条" /></p>
      {paper.clauses.length === 0 && <p className="soft">{t('settlements.paper.empty')}</p>}
      <ol className="stack tight" lang="zh-CN">
        {paper.clauses.map((clause, at) => <li key={`${at}-${clause}`}><span>{clause}</span>{paper.mayChange && <Drop caseId={caseId} number={at + 1} />}</li>)}
      </ol>
      {paper.mayChange && paper.clauses.length > 0 && <Fix caseId={caseId} />}
      {paper.state !== 'Collecting' && <a className="button quiet" href={`/api/cases/${encodeURIComponent(caseId)}/agreement/paper/print`} download data-testid="paper-print">{t('settlements.paper.print')}</a>}
      {paper.state === 'Fixed' && !paper.mayRecord && <p className="notice">{t('settlements.paper.come')}</p>}
      {paper.mayRecord && <><PaperSigning caseId={caseId} /><Reopen caseId={caseId} /></>}
      {paper.state === 'SignedByHand' && <Signed paper={paper} language={i18n.language} />}
    </section>
  )
}

function Signed({ paper, language }: { paper: PaperPartView; language: string }) {
  const { t } = useTranslation()
  return (
    <p className="notice good" data-testid="paper-signed">
      <span>{t('settlements.paper.signed', { date: plainDate(paper.signedOn ?? '', language), place: paper.place ?? '' })}</span>
      {paper.scanId !== null && <a href={exhibitAddress(paper.scanId)} target="_blank" rel="noreferrer">{t('settlements.paper.scan')}</a>}
    </p>
  )
}

function Drop({ caseId, number }: { caseId: string; number: number }) {
  const { t } = useTranslation()
  const drop = useAgreementAct(caseId, () => api('POST /cases/{id}/agreement/paper/drop', { path: { id: caseId }, body: { number } }))
  return <> <Button look="plain" compact busy={drop.isPending} onClick={() => drop.mutate(undefined)} data-testid="paper-drop">{t('settlements.paper.drop')}</Button><Refused error={drop.error} /></>
}

function Fix({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const fix = useAgreementAct(caseId, () => api('POST /cases/{id}/agreement/paper/fix', { path: { id: caseId } }))
  return <div className="stack tight"><Button compact busy={fix.isPending} onClick={() => fix.mutate(undefined)} data-testid="paper-fix">{t('settlements.paper.fix')}</Button><Refused error={fix.error} /></div>
}

function Reopen({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const reopen = useAgreementAct(caseId, () => api('POST /cases/{id}/agreement/paper/reopen', { path: { id: caseId } }))
  return <div className="stack tight"><Button look="plain" compact busy={reopen.isPending} onClick={() => reopen.mutate(undefined)} data-testid="paper-reopen">{t('settlements.paper.reopen')}</Button><Refused error={reopen.error} /></div>
}
