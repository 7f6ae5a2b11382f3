import { useTranslation } from 'react-i18next'
import type { EnterpriseView } from '@/contracts/realtime'
import { parseYuan } from '@/lib/money'
import { Amount } from '@/ui/amount'
import type { Application } from '../apply/application'
import { ReviewPart } from '../apply/review-part'

/** Everything that will go into the case, and the promise that nothing else does. */
export function DisputeReview({ enterprise, application, go }: { enterprise: EnterpriseView; application: Application; go: (step: number) => void }) {
  const { t } = useTranslation()
  const { others, claims, exhibits } = application
  const me = enterprise.mandates.find((mandate) => mandate.isMe && mandate.inForce)
  return (
    <div className="stack" data-testid="review">
      <section className="card flat stack tight">
        <h2>{t('enterprises.dispute.applicant')}</h2>
        <p><b>{enterprise.name}</b> <span className="number soft">{enterprise.creditCode}</span></p>
        <p className="soft">{t('enterprises.dispute.by', { name: me?.name ?? '' })}</p>
      </section>
      <ReviewPart title={t('enterprises.dispute.steps.facts')} go={() => go(0)}>
        <p><span className="badge accent">{application.kind ? t(`network.disputeKind.${application.kind}`) : ''}</span> <b>{application.title}</b></p>
        <p style={{ whiteSpace: 'pre-wrap' }}>{application.whatHappened}</p>
      </ReviewPart>
      <ReviewPart title={t('enterprises.dispute.steps.exhibits')} go={() => go(1)}>
        {exhibits.length === 0 ? <p className="soft">{t('evidence.none')}</p> : <ul>{exhibits.map((exhibit) => <li key={exhibit.id}>{exhibit.name}</li>)}</ul>}
      </ReviewPart>
      <ReviewPart title={t('enterprises.dispute.steps.others')} go={() => go(2)}>
        <ol>{others.map((other, at) => <li key={at}><b>{other.name}</b> {other.representative} <span className="number">{other.contact || t('apply.contactUnknown')}</span> {other.place}</li>)}</ol>
      </ReviewPart>
      <ReviewPart title={t('enterprises.dispute.steps.claims')} go={() => go(3)}>
        <ol className="stack tight">
          {claims.map((claim, at) => {
            const fen = parseYuan(claim.amount)
            return <li key={at}>{claim.text}{fen !== null && <Amount fen={fen} />}<span className="soft small">{t('apply.against')}：{claim.against.map((index) => others[index]?.name).join(t('ui.comma'))}</span></li>
          })}
        </ol>
      </ReviewPart>
      <p className="notice">{t('enterprises.dispute.stays')}</p>
      <p className="notice">{t('apply.promise')}</p>
    </div>
  )
}
