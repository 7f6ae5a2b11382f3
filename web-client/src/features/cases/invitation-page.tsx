import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useMe } from '@/features/accounts/me'
import { api } from '@/lib/api'
import { ButtonLink } from '@/ui/button'
import { Empty, Failed, Loading } from '@/ui/states'
import { AnswerStep } from './invitation-answer'
import { IdentifyStep } from './invitation-identify'
import { InvitationLetter } from './invitation-letter'
import './cases.css'

/** The token is in the fragment: it is never part of a request line, a log or a referrer. */
const readToken = (): string => decodeURIComponent(location.hash.slice(1))

/** Read first, register later: who asks, about what, who else, how to check that it is real. */
export default function InvitationPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [token] = useState(readToken)
  const [step, setStep] = useState<'read' | 'identify' | 'answer'>('read')
  const me = useMe()
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api('POST /invitations/open', { body: { token } }),
    enabled: token !== '',
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })
  useEffect(() => window.scrollTo({ top: 0 }), [step])
  if (token === '') return <Empty title={t('cases.invitation.noToken')}><p>{t('cases.invitation.noTokenText')}</p><ButtonLink to="/enter">{t('accounts.title')}</ButtonLink></Empty>
  if (invitation.isPending || me.isPending) return <Loading />
  if (invitation.isError) return <div className="page"><Failed error={invitation.error} /><p className="soft small">{t('cases.invitation.expiredHelp')}</p></div>
  const view = invitation.data
  const next = () => {
    if (!view.usedUp) setStep('identify')
    else if (me.data) setStep('answer')
    else void navigate(`/enter?to=${encodeURIComponent(`/cases/${view.caseId}`)}`)
  }
  return (
    <div className="page stack wide" data-testid="invitation-page" data-step={step}>
      {step === 'read' && <InvitationLetter view={view} next={next} />}
      {step === 'identify' && <IdentifyStep view={view} token={token} done={() => setStep('answer')} back={() => setStep('read')} />}
      {step === 'answer' && <AnswerStep caseId={view.caseId} organisationName={view.organisationName} phone={view.organisationPhone} />}
    </div>
  )
}
