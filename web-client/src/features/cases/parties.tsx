import { useTranslation } from 'react-i18next'
import type { CaseView } from '@/contracts/realtime'
import { Amount } from '@/ui/amount'
import { InviteAgain } from './invite-again'

/** Who is in the case and how far each has come; contacts stay masked. */
export function Parties({ view }: { view: CaseView }) {
  const { t } = useTranslation()
  const state = (party: CaseView['parties'][number]) =>
    view.parties[0]?.id === party.id ? null : party.refused ? (['stop', 'refused'] as const) : party.consented ? (['good', 'consented'] as const) : (['wait', 'waiting'] as const)
  return (
    <ul className="plain stack tight" data-testid="parties">
      {view.parties.map((party) => {
        const now = state(party)
        return (
          <li key={party.id} className="stack none">
            <span className="row close">
              <span className="soft small">{t(`cases.role.${party.role}`)}</span>
              <b>{party.name}</b>
              {party.isMe && <span className="badge accent">{t('cases.you')}</span>}
              {now && <span className={`badge ${now[0]}`}>{t(`cases.party.${now[1]}`)}</span>}
            </span>
            <span className="soft small">{[party.representativeName, party.place, party.maskedContact].filter(Boolean).join(' · ')}</span>
            {now?.[1] === 'waiting' && view.mayAct.includes('invite') && <InviteAgain caseId={view.id} party={party} />}
          </li>
        )
      })}
    </ul>
  )
}

export function Claims({ view }: { view: CaseView }) {
  const { t } = useTranslation()
  const name = (id: string) => view.parties.find((party) => party.id === id)?.name ?? ''
  return (
    <ol className="stack tight" data-testid="claims">
      {view.claims.map((claim) => (
        <li key={claim.id}>
          {claim.text}
          {claim.amountFen !== null && <Amount fen={claim.amountFen} />}
          <span className="soft small">{t('cases.against', { names: claim.againstPartyIds.map(name).join(t('ui.comma')) })}</span>
        </li>
      ))}
    </ol>
  )
}
