import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useMe } from '@/features/accounts/me'
import { api } from '@/lib/api'
import { Refusal } from '@/lib/refusal'
import { sentenceOf } from '@/lib/sentence'
import { ButtonLink } from '@/ui/button'
import { Empty, Failed, Loading } from '@/ui/states'
import { AnswerStep } from './invitation-answer'
import { IdentifyStep } from './invitation-identify'
import { InvitationLetter } from './invitation-letter'
import './cases.css'

/** The token is in the fragment: it is never part of a request line, a log or a referrer. */
const readToken = (): string => location.hash.slice(1)

/** Read first, register later: who asks, about what, who else, how to check that it is real. */
export default function InvitationPage() {
  const { t, i18n } = useTranslation()
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
  useEffect(() => {
    window.scrollTo({ top: 0 }) // in a block: newer browsers answer with a promise, which must not become the clean-up
  }, [step])
  if (token === '') return <Unusable title={t('cases.invitation.noToken')} />
  if (invitation.isPending || me.isPending) return <Loading />
  if (invitation.isError) {
    if (invitation.error instanceof Refusal) return <Unusable title={t('cases.invitation.void')} why={sentenceOf(invitation.error, i18n.language)} />
    return <Failed error={invitation.error} retry={() => void invitation.refetch()} />
  }
  const view = invitation.data
  const next = () => {
    if (!view.usedUp) {
      setStep('identify')
      return
    }
    // The page of the case shows whoever may see it what is his to do there.
    const page = `/cases/${view.caseId}`
    void navigate(me.data ? page : `/enter?to=${encodeURIComponent(page)}`)
  }
  return (
    <div className="page stack loose" data-testid="invitation-page" data-step={step}>
      {step === 'read' && <InvitationLetter view={view} next={next} />}
      {step === 'identify' && <IdentifyStep view={view} token={token} done={() => setStep('answer')} back={() => setStep('read')} />}
      {step === 'answer' && <AnswerStep caseId={view.caseId} />}
    </div>
  )
}

/** The link is torn, old, or not ours: why, and the two things one can do. */
function Unusable({ title, why }: { title: string; why?: string }) {
  const { t } = useTranslation()
  return (
    <div className="page" data-testid="invitation-help">
      <Empty title={title}>
        {why !== undefined && <p role="alert">{why}</p>}
        <ul className="unusable">
          <li>{t('cases.invitation.helpTorn')}</li>
          <li>{t('cases.invitation.helpKnown')}</li>
          <li>{t('cases.invitation.helpOld')}</li>
        </ul>
        <ButtonLink to="/enter">{t('accounts.title')}</ButtonLink>
      </Empty>
    </div>
  )
}
