import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate } from 'react-router'
import { useMe } from '@/features/accounts/me'
import { ownPage } from '@/features/accounts/own-page'
import { MakePairing } from '@/features/network/pairings/make-pairing'
import { PairingCard } from '@/features/network/pairings/pairing-card'
import { usePairings } from '@/features/network/pairings/use-pairings'
import { Button } from '@/ui/button'
import { Failed, Loading } from '@/ui/states'

/** The operator's list of pairings: of his own organisation and those below it, with what is over. */
export default function PairingsPage() {
  const { t } = useTranslation()
  const me = useMe().data
  const pairings = usePairings()
  const [making, setMaking] = useState(false)
  if (me && !me.roles.includes('Operator')) return <Navigate to={ownPage(me)} replace />
  if (pairings.isPending) return <Loading />
  if (pairings.isError) return <Failed error={pairings.error} retry={() => void pairings.refetch()} />
  const [running, past] = [pairings.data.filter((one) => one.endedAt === null), pairings.data.filter((one) => one.endedAt !== null)]
  return (
    <div className="page stack loose" data-testid="pairings-page">
      <header className="stack tight"><h1>{t('pairings.title')}</h1><p className="soft">{t('pairings.lead')}</p></header>
      {making ? <MakePairing done={() => setMaking(false)} /> : <div className="row"><Button onClick={() => setMaking(true)} data-testid="pairing-make">{t('pairings.make')}</Button></div>}
      {pairings.data.length === 0 && <p className="notice">{t('pairings.none')}</p>}
      {running.length > 0 && <section className="stack"><h2>{t('pairings.current')}</h2>{running.map((one) => <PairingCard key={one.id} one={one} />)}</section>}
      {past.length > 0 && <section className="stack"><h2>{t('pairings.past')}</h2>{past.map((one) => <PairingCard key={one.id} one={one} />)}</section>}
    </div>
  )
}
