import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useAloud } from '@/lib/preferences'
import { isEnglish } from '@/lib/sentence'
import { late } from '@/ui/late'
import { Empty, Failed, Loading } from '@/ui/states'
import { AgreementText } from './agreement-text'
import { DeclineToSign } from './decline-to-sign'
import { readAgreement, readFrozenText } from './frozen-text'
import { Obligations } from './obligations'
import { OutcomeCard } from './outcome-card'
import { PaperPart } from './paper-part'
import { SignForm } from './sign-form'
import { Signatures } from './signatures'
import './settlements.css'

const Acceptance = late(() => import('./routes/acceptance').then((part) => ({ default: part.Acceptance })))
const ReadClauses = late(() => import('@/ui/aloud/read-clauses'))

/** The exact text, what it binds to, what is given up; then sign or decline; afterwards the document and its code. */
export default function SignPage() {
  const { t, i18n } = useTranslation()
  const { id = '' } = useParams()
  const aloud = useAloud()
  const agreement = useQuery({
    queryKey: ['agreement', id],
    queryFn: () => readAgreement(id),
    // The document follows the effect within moments; until it is there, ask again.
    refetchInterval: (query) => (query.state.data?.state === 'Effective' && query.state.data.outcomeId === null ? 2_000 : query.state.data?.state === 'Frozen' ? 10_000 : false),
  })
  const hash = agreement.data?.frozenHash ?? null
  const frozen = useQuery({ queryKey: ['frozen-text', agreement.data?.id, hash], queryFn: () => readFrozenText(agreement.data?.id ?? '', hash ?? ''), enabled: hash !== null, staleTime: Infinity })
  if (agreement.isPending) return <Loading />
  if (agreement.isError) return <Failed error={agreement.error} retry={() => void agreement.refetch()} />
  const view = agreement.data
  const mediates = view.signatures.some((signature) => signature.isMe && signature.role === 'Mediator')
  const back = <Link to={mediates ? `/console?side=agreement:${id}` : `/cases/${id}`} data-testid="sign-back">{t('settlements.backToCase')}</Link>
  if (hash === null) return <div className="page"><Empty title={t('settlements.notYet')}><p className="soft">{t('settlements.notYetText')}</p>{back}</Empty><PaperPart view={view} /></div>
  if (frozen.isPending) return <Loading />
  if (frozen.isError) return <Failed error={frozen.error} retry={() => void frozen.refetch()} />
  const altered = frozen.data.matches === false
  return (
    <div className="page stack loose" data-testid="sign-page" data-state={view.state}>
      <header className="stack tight">
        <p className="soft small number">{view.caseNumber} · {t('settlements.version', { version: view.version })}</p>
        <h1>{t('settlements.title')}</h1>
        {back}
      </header>
      {view.state === 'Effective' && <OutcomeCard view={view} />}
      {altered && <p className="notice stop" role="alert" data-testid="text-altered">{t('settlements.hashWrong')}</p>}
      <section className="card paper" aria-label={t('settlements.text')}>
        {isEnglish(i18n.language) && <p className="notice">{t('settlements.chineseText')}</p>}
        {aloud && <Suspense fallback={null}><ReadClauses text={frozen.data.text} within=".agreement-text" /></Suspense>}
        <AgreementText text={frozen.data.text} />
        <div className="small soft" data-testid="text-hash" data-matches={String(frozen.data.matches)}>
          {frozen.data.matches === true && <p className="signed">{t('settlements.hashRight')}</p>}
          <details><summary>{t('settlements.hash')}</summary><code className="hash">{frozen.data.hash}</code></details>
        </div>
      </section>
      <Obligations view={view} />
      <Signatures view={view} />
      <PaperPart view={view} />
      {view.maySign && !altered && (
        <>
          <section className="notice wait"><b>{t('settlements.bindsTitle')}</b><ul><li>{t('settlements.binds1')}</li><li>{t('settlements.binds2')}</li><li>{t('settlements.binds3')}</li></ul></section>
          <SignForm view={view} caseId={id} />
          <DeclineToSign view={view} caseId={id} />
        </>
      )}
      {!view.maySign && view.state === 'Frozen' && <p className="notice" data-testid="signed-waiting">{t('settlements.waiting')}</p>}
      {(view.state === 'Frozen' || view.state === 'Effective') && !altered && !mediates && <Suspense><Acceptance caseId={id} /></Suspense>}
      {view.state === 'Declined' && <p className="notice stop">{t('settlements.declinedState')}</p>}
    </div>
  )
}
