import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlindRoundView } from '@/contracts/realtime'
import { figures } from '@/lib/money'
import { fullTime } from '@/lib/time'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import { BlindAnswer } from './blind-answer'
import { TermList } from './term-list'
import { useCancelRound } from './use-blind'

const looks = { Open: 'accent', Deal: 'good', NoDeal: '', Cancelled: '', Lost: '' } as const

/** A round of blind bidding: what it is about, when it is compared, and the reader's own answer; never anybody else's. */
export function BlindCard({ round }: { round: BlindRoundView }) {
  const { t, i18n } = useTranslation()
  return (
    <section className="proposal blind" data-testid="blind-round" data-state={round.state} aria-label={t(`negotiation.blind.title.${round.kind}`)}>
      <header className="row apart">
        <b>{t(`negotiation.blind.title.${round.kind}`)}</b>
        <span className={`badge ${looks[round.state]}`} data-testid="blind-state">{t(`negotiation.blind.state.${round.state}`)}</span>
      </header>
      <TermList terms={round.terms} />
      {round.state === 'Open' && (
        <>
          <p className="small" data-testid="blind-closes">{t('negotiation.blind.closes', { time: fullTime(round.closesAt, i18n.language) })}</p>
          <details className="small">
            <summary>{t('negotiation.blind.how')}</summary>
            <p>{t(`negotiation.blind.rule.${round.kind}`)}</p>
            {round.gapFen !== null && <p>{t('negotiation.blind.gapRule', { sum: figures(round.gapFen) })}</p>}
            <p>{t('negotiation.blind.hidden')}</p>
          </details>
        </>
      )}
      {round.mayBid && <BlindAnswer round={round} />}
      {round.mayCancel && <Cancel round={round} />}
      <p className="small soft">{t('negotiation.withoutPrejudice')}</p>
    </section>
  )
}

function Cancel({ round }: { round: BlindRoundView }) {
  const { t } = useTranslation()
  const cancel = useCancelRound(round.roomId, round.id)
  const [sure, setSure] = useState(false)
  return (
    <>
      {sure
        ? <div className="row"><span className="small">{t('negotiation.blind.cancelSure')}</span><Button look="stop" compact busy={cancel.isPending} onClick={() => cancel.mutate()} data-testid="blind-cancel-yes">{t('negotiation.blind.cancel')}</Button><Button look="plain" compact onClick={() => setSure(false)}>{t('ui.cancel')}</Button></div>
        : <Button look="plain" compact onClick={() => setSure(true)} data-testid="blind-cancel">{t('negotiation.blind.cancel')}</Button>}
      <Refused error={cancel.error} />
    </>
  )
}
