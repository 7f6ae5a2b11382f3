import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AgreementView } from '@/contracts/realtime'
import { fullTime } from '@/lib/time'

export function OutcomeCard({ view }: { view: AgreementView }) {
  const { t, i18n } = useTranslation()
  return (
    <section className="card outcome stack" data-testid="outcome">
      <h2>{t('settlements.effective', { time: view.effectiveAt ? fullTime(view.effectiveAt, i18n.language) : '' })}</h2>
      {view.sealedBy && <p>{t('settlements.sealedBy', { name: view.sealedBy })}</p>}
      {view.outcomeId !== null
        ? <a className="button" href={`/api/outcomes/${encodeURIComponent(view.outcomeId)}`} download data-testid="outcome-download">{t('settlements.download')}</a>
        : <p role="status">{t('settlements.preparing')}</p>}
      {view.timestampPending && <p role="status" data-testid="timestamp-pending">{t('settlements.timestampPending')}</p>}
      {view.verificationCode && <p>{t('settlements.code')} <Link to={`/verify/${encodeURIComponent(view.verificationCode)}`} className="number" data-testid="verification-code">{view.verificationCode}</Link></p>}
      <p className="notice"><b>{t('settlements.confirmTitle')}</b><span>{t('settlements.confirmText')}</span></p>
    </section>
  )
}
