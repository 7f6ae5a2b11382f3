import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AcceptanceView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { isEnglish } from '@/lib/sentence'
import { fullTime } from '@/lib/time'
import { uuid7 } from '@/lib/uuid7'
import { Choice } from '@/ui/field'
import { OneArticle } from '../enforcement/routes'
import { ProveAgain } from '../prove-again'
import { useAccept, useAcceptance } from './use-routes'
import './routes.css'
import './texts'

/** A debtor accepts enforcement of this very text by his own act; a creditor sees who has. Nothing while the text is not fixed. */
export function Acceptance({ caseId }: { caseId: string }) {
  const { t, i18n } = useTranslation()
  const acceptance = useAcceptance(caseId)
  const view = acceptance.data
  if (!view || (view.wordsZh === null && view.debtors.length === 0)) return null
  return (
    <section className="card stack routes" data-testid="acceptance" data-accepted={view.acceptedAt !== null}>
      <h2>{t('routes.acceptance.title')}</h2>
      <p className="small soft"><OneArticle article={view.article} /></p>
      {view.mayAccept && <AcceptForm view={view} />}
      {view.acceptedAt !== null && (
        <div className="notice good stack tight" data-testid="accepted">
          <b>{t('routes.acceptance.done', { time: fullTime(view.acceptedAt, i18n.language) })}</b>
          <details><summary>{t('routes.acceptance.words')}</summary><p className="declared"><Words text={view.words ?? ''} /></p></details>
        </div>
      )}
      {view.debtors.length > 0 && (
        <ul className="plain stack tight" data-testid="debtors">
          {view.debtors.map((one) => (
            <li key={one.name} className="row"><b>{one.name}</b><span className={`badge ${one.acceptedAt ? 'good' : 'wait'}`}>{t(one.acceptedAt ? 'routes.acceptance.has' : 'routes.acceptance.hasNot')}</span></li>
          ))}
        </ul>
      )}
    </section>
  )
}

function AcceptForm({ view }: { view: AcceptanceView }) {
  const { t, i18n } = useTranslation()
  const [read, setRead] = useState(false)
  const [clientId] = useState(() => uuid7())
  const words = (isEnglish(i18n.language) ? view.wordsEn : view.wordsZh) ?? ''
  const accept = useAccept(view.caseId, (proofId) =>
    api('POST /cases/{caseId}/acceptance', { path: { caseId: view.caseId }, body: { clientId, frozenHash: view.frozenHash, words, proofId } }))
  return (
    <>
      <p>{t('routes.acceptance.lead')}</p>
      <div className="consent"><p className="declared" data-testid="acceptance-words"><Words text={words} /></p><OneArticle article={view.consentArticle} /></div>
      <p className="small soft">{t('routes.acceptance.free')}</p>
      <Choice type="checkbox" checked={read} onChange={(event) => setRead(event.target.checked)} data-testid="acceptance-read">{t('routes.acceptance.read')}</Choice>
      <ProveAgain
        purpose={`accept:${view.agreementId}:${view.frozenHash}`} ready={read} name="acceptance" act={(proofId) => accept.mutateAsync(proofId)}
        words={{ now: t('routes.acceptance.now'), passkey: t('routes.acceptance.passkey'), code: t('routes.acceptance.code') }}
      />
    </>
  )
}

/** What is owed stands in the words of the agreement itself, in Chinese in every language. */
function Words({ text }: { text: string }) {
  return text.split(/(?<=\n)/).map((line, at) => <span key={at} lang={/^第\d+项/.test(line) ? 'zh-CN' : undefined}>{line}</span>)
}
