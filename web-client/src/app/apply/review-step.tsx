import { useTranslation } from 'react-i18next'
import { parseYuan } from '@/lib/money'
import { Amount } from '@/ui/amount'
import type { Application } from './application'
import { ReviewPart } from './review-part'

/** Everything once more before it is filed, each part with the way back to it. */
export function ReviewStep({ application, go }: { application: Application; go: (step: number) => void }) {
  const { t } = useTranslation()
  const { me, together, others, claims, exhibits } = application
  return (
    <div className="stack" data-testid="review">
      <ReviewPart title={t('apply.steps.me')} go={() => go(0)}>{[me, ...together].map((person, at) => <p key={at}><b>{person.name}</b> {person.representative} <span className="number">{person.contact}</span> {person.place}</p>)}</ReviewPart>
      <ReviewPart title={t('apply.steps.story')} go={() => go(1)}>
        <p><span className="badge accent">{application.kind ? t(`network.disputeKind.${application.kind}`) : ''}</span> <b>{application.title}</b></p>
        <p style={{ whiteSpace: 'pre-wrap' }}>{application.whatHappened}</p>
      </ReviewPart>
      <ReviewPart title={t('apply.steps.others')} go={() => go(2)}>
        <ol>{others.map((other, at) => <li key={at}><b>{other.name}</b> {other.representative} <span className="number">{other.contact || t('apply.contactUnknown')}</span> {other.place}</li>)}</ol>
      </ReviewPart>
      <ReviewPart title={t('apply.steps.claims')} go={() => go(3)}>
        <ol className="stack tight">
          {claims.map((claim, at) => {
            const fen = parseYuan(claim.amount)
            return <li key={at}>{claim.text}{fen !== null && <Amount fen={fen} />}<span className="soft small">{t('cases.against', { names: claim.against.map((index) => others[index]?.name).join(t('ui.comma')) })}</span></li>
          })}
        </ol>
      </ReviewPart>
      <ReviewPart title={t('apply.steps.exhibits')} go={() => go(4)}>
        {exhibits.length === 0 ? <p className="soft">{t('evidence.none')}</p> : <ul>{exhibits.map((exhibit) => <li key={exhibit.id}>{exhibit.name}</li>)}</ul>}
      </ReviewPart>
      <p className="notice">{t('apply.promise')}</p>
    </div>
  )
}
