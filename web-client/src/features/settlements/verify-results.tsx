import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OutcomeCheckView, VerificationView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { isEnglish } from '@/lib/sentence'
import { fullTime } from '@/lib/time'

const looks = { Genuine: 'good', Altered: 'stop', Unknown: 'wait' } as const

export function FileResult({ view, name }: { view: VerificationView; name: string }) {
  const { t, i18n } = useTranslation()
  const english = isEnglish(i18n.language)
  const where = english ? view.whereEn : view.where
  const details = english ? view.detailsEn : view.details
  return (
    <div className={`notice ${looks[view.verdict]}`} role="status" data-testid="verdict" data-verdict={view.verdict}>
      <b className="verdict">{t(`settlements.verify.verdict.${view.verdict}`)}</b>
      <span>{english ? view.en : view.zh}</span>
      {view.verdict === 'Genuine' && view.documentKind === 'outcome' && <OwnCopy sha256={view.sha256} />}
      {where && <span>{t('settlements.verify.where', { where })}</span>}
      <span className="small">{[name, view.caseNumber, view.signedBy, view.sealedAt ? fullTime(view.sealedAt, i18n.language) : null].filter(Boolean).join(' · ')}</span>
      {details.length > 0 && <details><summary>{t('settlements.verify.details')}</summary><ul className="small">{details.map((detail) => <li key={detail}>{detail}</li>)}</ul></details>}
    </div>
  )
}

export function CodeResult({ view }: { view: OutcomeCheckView }) {
  const { t, i18n } = useTranslation()
  return (
    <div className="notice good" role="status" data-testid="code-result">
      <b className="verdict">✓ {t('settlements.verify.found')}</b>
      <span className="number">{view.caseNumber}</span>
      <span>{view.organisationName} · {t('settlements.effective', { time: fullTime(view.effectiveAt, i18n.language) })}</span>
      {view.ourCopyErasedAt && <span>{t('settlements.verify.ourCopyErased', { time: fullTime(view.ourCopyErasedAt, i18n.language) })}</span>}
      <ul>{view.signatures.map((signature, at) => <li key={at}>{t(`settlements.role.${signature.role}`)} {signature.maskedName}{signature.maskedFor ? t('ui.aside', { text: signature.maskedFor }) : ''} · {fullTime(signature.at, i18n.language)}</li>)}</ul>
      {view.outcomeSha256 && <details className="small"><summary>{t('settlements.verify.compare')}</summary><code className="hash">{view.outcomeSha256}</code></details>}
    </div>
  )
}

/** Whether the platform still has the document; the verdict stands without this answer. */
function OwnCopy({ sha256 }: { sha256: string }) {
  const { t, i18n } = useTranslation()
  const copy = useQuery({ queryKey: ['own-copy', sha256], queryFn: () => api('GET /verify/copies/{sha256}', { path: { sha256 } }) })
  return copy.data?.erasedAt ? <span data-testid="own-copy-erased">{t('settlements.verify.ourCopyErased', { time: fullTime(copy.data.erasedAt, i18n.language) })}</span> : null
}
