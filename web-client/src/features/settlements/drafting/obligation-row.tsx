import { useTranslation } from 'react-i18next'
import type { FindingView, PartyView } from '@/contracts/realtime'
import { capitals } from '@/lib/money'
import { Select, TextField } from '@/ui/field'
import { fenOf, isAmount, type ObligationRow as Row } from '../agreement-draft'
import { FindingList } from './findings'
import { RowTools } from './row-tools'

interface Props {
  row: Row
  number: number
  count: number
  parties: readonly PartyView[]
  findings: readonly FindingView[]
  change: (row: Row) => void
  move: (by: 1 | -1) => void
  remove: () => void
}

/** Who owes whom what, in figures and 大写 at once, how and until when. */
export function ObligationRow({ row, number, count, parties, findings, change, move, remove }: Props) {
  const { t } = useTranslation()
  const fen = fenOf(row.yuan)
  const nobody = <option value="">{t('drafting.choose')}</option>
  const who = parties.map((party) => <option key={party.id} value={party.id}>{party.name}</option>)
  const others = parties.filter(({ id }) => id !== row.obligorPartyId && id !== row.obligeePartyId)
  const joint = (id: string, owes: boolean) => change({ ...row, jointObligorPartyIds: others.map((party) => party.id).filter((other) => (other === id ? owes : row.jointObligorPartyIds.includes(other))) })
  return (
    <fieldset className="draft-row" id={`obligation-${number}`} data-testid="obligation-row" data-blocks={findings.some((finding) => finding.blocks)}>
      <legend className="label">{t('drafting.obligation', { number })}</legend>
      <RowTools name={t('drafting.obligation', { number })} number={number} count={count} move={move} remove={remove} />
      <div className="draft-pair">
        <Select label={t('negotiation.obligor')} value={row.obligorPartyId ?? ''} onChange={(event) => change({ ...row, obligorPartyId: event.target.value || null })} data-testid="draft-obligor">{nobody}{who}</Select>
        <Select label={t('negotiation.obligee')} value={row.obligeePartyId ?? ''} onChange={(event) => change({ ...row, obligeePartyId: event.target.value || null })} data-testid="draft-obligee">{nobody}{who}</Select>
      </div>
      {row.obligorPartyId !== null && others.length > 0 && (
        <div role="group" aria-label={t('drafting.joint')} className="row close" data-testid="draft-joint">
          <span className="soft small">{t('drafting.joint')}</span>
          {others.map((party) => (
            <label key={party.id} className="row small">
              <input type="checkbox" checked={row.jointObligorPartyIds.includes(party.id)} onChange={(event) => joint(party.id, event.target.checked)} data-testid={`draft-joint-${party.id}`} />
              {party.name}
            </label>
          ))}
        </div>
      )}
      <div className="draft-pair">
        <TextField
          label={t('negotiation.amount')} inputMode="decimal" value={row.yuan} wrong={isAmount(row.yuan) ? null : t('negotiation.fault.amount')}
          hint={<span lang="zh-CN" data-testid="draft-capitals">{fen !== null && fen > 0 ? capitals(fen) : t('negotiation.amountHint')}</span>}
          onChange={(event) => change({ ...row, yuan: event.target.value })} data-testid="draft-amount"
        />
        <TextField type="date" label={t('negotiation.due')} hint={t('drafting.dueHint')} value={row.dueOn} onChange={(event) => change({ ...row, dueOn: event.target.value })} data-testid="draft-due" />
      </div>
      <TextField label={t('negotiation.text')} value={row.what} maxLength={500} onChange={(event) => change({ ...row, what: event.target.value })} data-testid="draft-what" />
      <TextField label={t('negotiation.manner')} value={row.manner} maxLength={200} placeholder={t('negotiation.mannerExample')} onChange={(event) => change({ ...row, manner: event.target.value })} data-testid="draft-manner" />
      <FindingList findings={findings} />
    </fieldset>
  )
}
