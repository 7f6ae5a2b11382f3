import { useTranslation } from 'react-i18next'
import type { OutcomeCheckView, VerificationView } from '@/contracts/realtime'
import { isEnglish } from '@/lib/sentence'
import { fullTime } from '@/lib/time'

const looks = { Genuine: 'good', Altered: 'stop', Unknown: 'wait' } as const

export function FileResult({ view, name }: { view: VerificationView; name: string }) {
  const { t, i18n } = useTranslation()
  return (
    <div className={`notice ${looks[view.verdict]}`} role="status" data-testid="verdict" data-verdict={view.verdict}>
      <b className="verdict">{t(`settlements.verify.verdict.${view.verdict}`)}</b>
      <span>{isEnglish(i18n.language) ? view.en : view.zh}</span>
      {view.where && <span>{t('settlements.verify.where', { where: view.where })}</span>}
      <span className="small">{[name, view.caseNumber, view.signedBy, view.sealedAt ? fullTime(view.sealedAt, i18n.language) : null].filter(Boolean).join(' · ')}</span>
      {view.details.length > 0 && <details><summary>{t('settlements.verify.details')}</summary><ul className="small">{view.details.map((detail) => <li key={detail}>{detail}</li>)}</ul></details>}
    </div>
  )
}

export function CodeResult({ view }: { view: OutcomeCheckView }) {
  const { t, i18n } = useTranslation()
  return (
    <div className="notice good" role="status" data-testid="code-result">
      <b className="verdict">{view.caseNumber}</b>
      <span>{view.organisationName} · {t('settlements.effective', { time: fullTime(view.effectiveAt, i18n.language) })}</span>
      <ul>{view.signatures.map((signature, at) => <li key={at}>{t(`settlements.role.${signature.role}`)} {signature.maskedName}{signature.maskedFor ? `（${signature.maskedFor}）` : ''} · {fullTime(signature.at, i18n.language)}</li>)}</ul>
      {view.outcomeSha256 && <span className="small">{t('settlements.verify.compare')} <code className="hash">{view.outcomeSha256}</code></span>}
    </div>
  )
}
