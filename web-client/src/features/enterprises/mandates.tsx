import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EnterpriseView, MandateView } from '@/contracts/realtime'
import { plainDate } from '@/lib/time'
import { Button } from '@/ui/button'
import { GrantDialog } from './grant-dialog'
import { RevokeDialog } from './revoke-dialog'

/** Who may speak for the enterprise; with full scope also the acts that change it. */
export function Mandates({ enterprise }: { enterprise: EnterpriseView }) {
  const { t } = useTranslation()
  const [granting, setGranting] = useState(false)
  const [revoking, setRevoking] = useState<MandateView | null>(null)
  const now = enterprise.mandates.filter((one) => one.inForce)
  const ended = enterprise.mandates.filter((one) => !one.inForce)
  return (
    <section className="card stack" data-testid="mandates">
      <h2>{t('enterprises.mandates.title')}</h2>
      <p className="soft small">{t('enterprises.mandates.lead')}</p>
      <ul className="plain stack">
        {now.map((one) => <Row key={one.id} mandate={one} {...(enterprise.mayGrant ? { revoke: () => setRevoking(one) } : {})} />)}
      </ul>
      {enterprise.mayGrant && <Button look="quiet" whole onClick={() => setGranting(true)} data-testid="grant">{t('enterprises.mandates.grant')}</Button>}
      {ended.length > 0 && (
        <details data-testid="ended-mandates">
          <summary>{t('enterprises.mandates.ended', { count: ended.length })}</summary>
          <ul className="plain stack">{ended.map((one) => <Row key={one.id} mandate={one} />)}</ul>
        </details>
      )}
      <GrantDialog enterpriseId={enterprise.id} open={granting} close={() => setGranting(false)} />
      <RevokeDialog enterpriseId={enterprise.id} mandate={revoking} close={() => setRevoking(null)} />
    </section>
  )
}

function Row({ mandate, revoke }: { mandate: MandateView; revoke?: () => void }) {
  const { t, i18n } = useTranslation()
  return (
    <li className="mandate" data-testid="mandate" data-in-force={mandate.inForce}>
      <span className="stack tight">
        <span className="row">
          <b>{mandate.name}</b>
          <span className={`badge ${mandate.inForce ? 'good' : ''}`}>{t(`enterprises.scope.${mandate.scope}`)}</span>
          {mandate.isMe && <span className="badge accent">{t('enterprises.mandates.me')}</span>}
          {!mandate.inForce && <span className="badge stop">{t(mandate.revoked ? 'enterprises.mandates.revoked' : 'enterprises.mandates.expired')}</span>}
        </span>
        <span className="small soft"><span className="number">{mandate.maskedContact}</span> · {t('enterprises.mandates.until', { date: plainDate(mandate.validTo, i18n.language) })}{mandate.inForce && mandate.personId === null && <> · {t('enterprises.mandates.notEntered')}</>}</span>
      </span>
      {revoke && <Button look="stop" compact onClick={revoke} aria-label={`${t('enterprises.mandates.revoke')} ${mandate.name}`} data-testid="revoke">{t('enterprises.mandates.revoke')}</Button>}
    </li>
  )
}
