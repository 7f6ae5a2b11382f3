import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CaseView, InvitationFunnelView, InvitationStep } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { shortTime } from '@/lib/time'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'

const road = ['Sent', 'Opened', 'Identified'] as const

/** How far each respondent's invitation has come, with its times, and sending it once more. */
export function Funnel({ view }: { view: CaseView }) {
  const { t } = useTranslation()
  if (view.funnel.length === 0) return null
  return (
    <section className="stack tight" data-testid="funnel">
      <h3>{t('console.funnel.title')}</h3>
      <ul className="plain stack tight">{view.funnel.map((one) => <Row key={one.partyId} caseId={view.id} one={one} mayInvite={view.mayAct.includes('invite')} />)}</ul>
    </section>
  )
}

function Row({ caseId, one, mayInvite }: { caseId: string; one: InvitationFunnelView; mayInvite: boolean }) {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const send = useMutation({ mutationFn: () => api('POST /cases/{id}/invitations/{partyId}', { path: { id: caseId, partyId: one.partyId } }), onSuccess: () => queries.invalidateQueries({ queryKey: ['case', caseId] }) })
  const last = (step: InvitationStep) => one.steps.findLast((mark) => mark.step === step)
  const answer = last('Consented') ?? last('Refused')
  const sent = one.steps.filter((mark) => mark.step === 'Sent').length
  return (
    <li className="card flat stack tight" data-testid="funnel-row" data-party={one.partyName}>
      <b>{one.partyName}</b>
      <ol className="plain funnel">
        {road.map((step) => {
          const mark = last(step)
          return <li key={step} data-done={mark !== undefined}>{t(`console.funnel.${step}`)}{step === 'Sent' && sent > 1 ? ` ×${sent}` : ''}<span className="soft small number">{mark ? shortTime(mark.at, i18n.language) : '—'}</span></li>
        })}
        <li data-done={answer !== undefined} data-refused={answer?.step === 'Refused'}>{t(answer ? `console.funnel.${answer.step}` : 'console.funnel.noAnswer')}<span className="soft small number">{answer ? shortTime(answer.at, i18n.language) : '—'}</span></li>
      </ol>
      {mayInvite && !answer && (
        <span className="row">
          <Button look="quiet" compact busy={send.isPending} onClick={() => send.mutate()} data-testid="send-again">{t('console.funnel.again')}</Button>
          {send.isSuccess && <span className="badge good" role="status">{t('console.funnel.sentAgain')}</span>}
        </span>
      )}
      <Refused error={send.error} />
    </li>
  )
}
