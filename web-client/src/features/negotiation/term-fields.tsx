import { useTranslation } from 'react-i18next'
import type { PartyView } from '@/contracts/realtime'
import { capitals, parseYuan } from '@/lib/money'
import { Button } from '@/ui/button'
import { Select, TextField } from '@/ui/field'
import { faultOf, withoutAmountOf, type TermRow } from './terms'

interface Props {
  row: TermRow
  number: number
  parties: readonly PartyView[]
  tried: boolean
  /** Each party names his sum in secret: the row has none. */
  withoutAmount?: boolean
  onChange: (row: TermRow) => void
  onRemove: (() => void) | undefined
}

export function TermFields({ row, number, parties, tried, withoutAmount = false, onChange, onRemove }: Props) {
  const { t } = useTranslation()
  const fen = parseYuan(row.amount)
  const fault = tried ? faultOf(withoutAmount ? withoutAmountOf(row) : row) : null
  const who = parties.map((party) => <option key={party.id} value={party.id}>{party.name}</option>)
  return (
    <fieldset className="card flat stack" data-testid={`term-${number}`}>
      <legend className="label">{t('negotiation.term', { number })}</legend>
      <Select label={t('negotiation.obligor')} value={row.obligor} onChange={(event) => onChange({ ...row, obligor: event.target.value })} data-testid="obligor">{who}</Select>
      <Select label={t('negotiation.obligee')} value={row.obligee} wrong={fault === 'self' ? t('negotiation.fault.self') : null} onChange={(event) => onChange({ ...row, obligee: event.target.value })} data-testid="obligee">{who}</Select>
      {!withoutAmount && <TextField
        label={t('negotiation.amount')} inputMode="decimal" value={row.amount} hint={fen !== null && fen > 0 ? capitals(fen) : t('negotiation.amountHint')}
        wrong={fault === 'amount' ? t('negotiation.fault.amount') : null} onChange={(event) => onChange({ ...row, amount: event.target.value })} data-testid="amount"
      />}
      <TextField label={t('negotiation.text')} value={row.text} maxLength={500} wrong={fault === 'nothing' ? t('negotiation.fault.nothing') : null} onChange={(event) => onChange({ ...row, text: event.target.value })} data-testid="term-text" />
      <TextField type="date" label={t('negotiation.due')} value={row.dueOn} onChange={(event) => onChange({ ...row, dueOn: event.target.value })} data-testid="due" />
      <TextField label={t('negotiation.manner')} value={row.manner} maxLength={100} placeholder={t('negotiation.mannerExample')} onChange={(event) => onChange({ ...row, manner: event.target.value })} data-testid="manner" />
      {onRemove && <Button look="plain" onClick={onRemove}>{t('ui.remove')}</Button>}
    </fieldset>
  )
}
