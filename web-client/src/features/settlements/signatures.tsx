import { useTranslation } from 'react-i18next'
import type { AgreementView } from '@/contracts/realtime'
import { fullTime } from '@/lib/time'

/** Who has signed, who has yet to, and the seal last. */
export function Signatures({ view }: { view: AgreementView }) {
  const { t, i18n } = useTranslation()
  const signed = view.signatures.filter((signature) => signature.hasSigned).length
  return (
    <section className="card stack" data-testid="signatures">
      <h2>{t('settlements.signatures', { signed, all: view.signatures.length })}</h2>
      <ol className="plain stack tight">
        {view.signatures.map((signature, at) => (
          <li key={at} className="row apart signature" data-testid={`signature-${signature.role}`} data-signed={signature.hasSigned}>
            <span className="row close">
              <span className="soft small">{t(`settlements.role.${signature.role}`)}</span>
              <b>{signature.name}{signature.for ? ` ${t('settlements.for', { name: signature.for })}` : ''}</b>
              {signature.isMe && <span className="badge accent">{t('cases.you')}</span>}
            </span>
            {signature.hasSigned && signature.at ? <span className="small signed">✓ {fullTime(signature.at, i18n.language)}</span>
              : signature.declinedReason !== null ? <span className="badge stop">{t('settlements.declined')}</span>
              : <span className="badge wait">{t(signature.role === 'Seal' ? 'settlements.sealPending' : 'settlements.pending')}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
