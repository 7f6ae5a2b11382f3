import { useTranslation } from 'react-i18next'
import type { CaseView, InvitationFunnelView, InvitationStep, PartyView } from '@/contracts/realtime'
import { InviteAgain } from '@/features/cases/invite-again'
import { shortTime } from '@/lib/time'

const road = ['Sent', 'Opened', 'Identified'] as const

/** How far each invitation has come, with its times, and sending it once more. */
export function Funnel({ view }: { view: CaseView }) {
  const { t } = useTranslation()
  if (view.funnel.length === 0) return null
  return (
    <section className="stack tight" data-testid="funnel">
      <h3>{t('console.funnel.title')}</h3>
      <ul className="plain stack tight">{view.funnel.map((one) => <Row key={one.partyId} caseId={view.id} one={one} party={view.mayAct.includes('invite') ? view.parties.find(({ id }) => id === one.partyId) : undefined} />)}</ul>
    </section>
  )
}

/** `party`: whose invitation may be sent again. */
function Row({ caseId, one, party }: { caseId: string; one: InvitationFunnelView; party: PartyView | undefined }) {
  const { t, i18n } = useTranslation()
  const last = (step: InvitationStep) => one.steps.findLast((mark) => mark.step === step)
  const answer = last('Consented') ?? last('Refused')
  return (
    <li className="card flat stack tight" data-testid="funnel-row" data-party={one.partyName}>
      <b>{one.partyName}</b>
      <ol className="plain funnel">
        {road.map((step) => {
          const mark = last(step)
          return <li key={step} data-done={mark !== undefined}>{t(`console.funnel.${step}`)}<span className="soft small number">{mark ? shortTime(mark.at, i18n.language) : '—'}</span></li>
        })}
        <li data-done={answer !== undefined} data-refused={answer?.step === 'Refused'}>{t(answer ? `console.funnel.${answer.step}` : 'console.funnel.noAnswer')}<span className="soft small number">{answer ? shortTime(answer.at, i18n.language) : '—'}</span></li>
      </ol>
      {party && !answer && <InviteAgain caseId={caseId} party={party} />}
    </li>
  )
}
