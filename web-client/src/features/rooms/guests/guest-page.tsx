import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '@/features/accounts/me'
import { api } from '@/lib/api'
import { Refusal } from '@/lib/refusal'
import { sentenceOf } from '@/lib/sentence'
import { ButtonLink } from '@/ui/button'
import { Empty, Failed, Loading } from '@/ui/states'
import { GuestIdentify } from './guest-identify'
import { GuestLetter } from './guest-letter'
import { GuestPlace } from './guest-places'
import './guests.css'

/** A guest's way in: read who asks and what for, prove the number, undertake confidentiality, and on to the lobby. */
export default function GuestPage() {
  const { t, i18n } = useTranslation()
  // The token is in the fragment: it is never part of a request line, a log or a referrer.
  const [token] = useState(() => location.hash.slice(1))
  const [step, setStep] = useState<'read' | 'identify'>('read')
  const [mine, setMine] = useState<string | null>(null)
  const me = useMe()
  const invitation = useQuery({ queryKey: ['guest-invitation', token], queryFn: () => api('POST /guest-invitations/open', { body: { token } }), enabled: token !== '' && mine === null, staleTime: Infinity, refetchOnWindowFocus: false })
  if (mine !== null) return <div className="page stack loose" data-testid="guest-page" data-step="undertake"><MyPlace guestId={mine} /></div>
  if (token === '') return <Unusable why={t('guests.noLink')} />
  if (invitation.isPending || me.isPending) return <Loading />
  if (invitation.isError) return invitation.error instanceof Refusal ? <Unusable why={sentenceOf(invitation.error, i18n.language)} /> : <Failed error={invitation.error} retry={() => void invitation.refetch()} />
  const view = invitation.data
  return (
    <div className="page stack loose" data-testid="guest-page" data-step={step}>
      {step === 'read' && <GuestLetter view={view} next={() => (view.usedUp && me.data ? setMine(view.guestId) : setStep('identify'))} />}
      {step === 'identify' && (view.usedUp
        ? <ButtonLink to={`/enter?to=${encodeURIComponent('/my')}`} whole>{t('accounts.title')}</ButtonLink>
        : <GuestIdentify view={view} token={token} done={() => setMine(view.guestId)} back={() => setStep('read')} />)}
    </div>
  )
}

function MyPlace({ guestId }: { guestId: string }) {
  const { t } = useTranslation()
  const places = useQuery({ queryKey: ['guest-places'], queryFn: () => api('GET /guests/mine') })
  if (places.isPending) return <Loading />
  if (places.isError) return <Failed error={places.error} retry={() => void places.refetch()} />
  const mine = places.data.find((one) => one.guestId === guestId)
  return mine ? <GuestPlace place={mine} /> : <Unusable why={t('guests.notMine')} />
}

function Unusable({ why }: { why: string }) {
  const { t } = useTranslation()
  return <div className="page" data-testid="guest-help"><Empty title={t('guests.void')}><p role="alert">{why}</p><p className="soft">{t('guests.voidHelp')}</p><ButtonLink to="/my">{t('app.own')}</ButtonLink></Empty></div>
}
