import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlindRoundView } from '@/contracts/realtime'
import { capitals, parseYuan } from '@/lib/money'
import { Amount } from '@/ui/amount'
import { Button } from '@/ui/button'
import { Choice, TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useBid, useTakeBack } from './use-blind'

/** A party's own secret answer: given, changed, taken back, until the round closes. */
export function BlindAnswer({ round }: { round: BlindRoundView }) {
  const { t } = useTranslation()
  const takeBack = useTakeBack(round.roomId, round.id)
  const [changing, setChanging] = useState(false)
  const { mine } = round
  if (mine === null || changing) return <AnswerForm key={mine?.at ?? ''} round={round} done={() => setChanging(false)} />
  return (
    <div className="stack tight notice" data-testid="blind-mine">
      <span className="small soft">{t('negotiation.blind.mine')}</span>
      {mine.amountFen !== null ? <Amount fen={mine.amountFen} /> : <b>{t(mine.accepts ? 'negotiation.blind.yes' : 'negotiation.blind.no')}</b>}
      {mine.sharesGap && <span className="small">{t('negotiation.blind.sharing')}</span>}
      <div className="row">
        <Button look="quiet" compact onClick={() => setChanging(true)} data-testid="blind-change">{t('negotiation.blind.change')}</Button>
        <Button look="plain" compact busy={takeBack.isPending} onClick={() => takeBack.mutate()} data-testid="blind-take-back">{t('negotiation.blind.takeBack')}</Button>
      </div>
      <Refused error={takeBack.error} />
    </div>
  )
}

function AnswerForm({ round, done }: { round: BlindRoundView; done: () => void }) {
  const { t } = useTranslation()
  const bid = useBid(round.roomId, round.id)
  const [amount, setAmount] = useState('')
  const [sharesGap, setSharesGap] = useState(false)
  const [tried, setTried] = useState(false)
  const fen = parseYuan(amount)
  const fault = fen === null || fen <= 0
  const give = (accepts: boolean) => bid.mutate({ amountFen: null, accepts, sharesGap: false }, { onSuccess: done })
  if (round.kind === 'Suggestion') {
    return (
      <div className="stack tight">
        <div className="row">
          <Button compact busy={bid.isPending} onClick={() => give(true)} data-testid="blind-yes">{t('negotiation.blind.sayYes')}</Button>
          <Button look="quiet" compact busy={bid.isPending} onClick={() => give(false)} data-testid="blind-no">{t('negotiation.blind.sayNo')}</Button>
        </div>
        <Refused error={bid.error} />
      </div>
    )
  }
  return (
    <form className="stack tight" onSubmit={(event) => {
      event.preventDefault()
      setTried(true)
      if (!fault) bid.mutate({ amountFen: fen, accepts: null, sharesGap }, { onSuccess: done })
    }}>
      <TextField
        label={t(round.paysInIt ? 'negotiation.blind.most' : 'negotiation.blind.least')} inputMode="decimal" value={amount} hint={fault ? t('negotiation.blind.onlyYou') : capitals(fen)}
        wrong={tried && fault ? t('negotiation.fault.amount') : null} onChange={(event) => setAmount(event.target.value)} data-testid="blind-amount"
      />
      {round.gapFen !== null && <Choice type="checkbox" checked={sharesGap} onChange={(event) => setSharesGap(event.target.checked)} data-testid="blind-shares">{t('negotiation.blind.share')}</Choice>}
      <Button type="submit" compact busy={bid.isPending} data-testid="blind-give">{t('negotiation.blind.give')}</Button>
      <Refused error={bid.error} />
    </form>
  )
}
