import { useTranslation } from 'react-i18next'
import { capitals, parseYuan } from '@/lib/money'
import { Button } from '@/ui/button'
import { Choice, TextArea, TextField } from '@/ui/field'
import { newClaim, type ClaimRow } from './application'
import type { StepProps } from './step-props'

export function ClaimsStep({ application, change, wrong }: StepProps) {
  const { t } = useTranslation()
  const set = (at: number, claim: ClaimRow) => change((now) => ({ ...now, claims: now.claims.map((old, i) => (i === at ? claim : old)) }))
  return (
    <>
      <p className="soft">{t('apply.claimsLead')}</p>
      {application.claims.map((claim, at) => {
        const fen = parseYuan(claim.amount)
        return (
          <fieldset className="card stack" key={at} data-testid={`claim-${at}`}>
            <legend className="label">{t('apply.claim', { number: at + 1 })}</legend>
            <TextArea label={t('apply.claimText')} rows={2} maxLength={2_000} value={claim.text} wrong={wrong(`claims[${at}].text`)} onChange={(event) => set(at, { ...claim, text: event.target.value })} data-testid={`claim-${at}-text`} />
            <TextField label={t('ui.optional', { label: t('apply.amount') })} inputMode="decimal" value={claim.amount} hint={fen !== null && fen > 0 ? <b lang="zh-CN" data-testid={`claim-${at}-capitals`}>{capitals(fen)}</b> : t('apply.amountHint')} wrong={wrong(`claims[${at}].amountFen`)} onChange={(event) => set(at, { ...claim, amount: event.target.value })} data-testid={`claim-${at}-amount`} />
            <fieldset className="field">
              <legend>{t('apply.against')}</legend>
              {wrong(`claims[${at}].against`) && <span className="wrong" role="alert">{wrong(`claims[${at}].against`)}</span>}
              <div className="choices">
                {application.others.map((other, index) => (
                  <Choice
                    key={index} type="checkbox" checked={claim.against.includes(index)} data-testid={`claim-${at}-against-${index}`}
                    onChange={(event) => set(at, { ...claim, against: event.target.checked ? [...claim.against, index].sort((a, b) => a - b) : claim.against.filter((one) => one !== index) })}
                  >
                    {other.name.trim() || t('apply.other', { number: index + 1 })}
                  </Choice>
                ))}
              </div>
            </fieldset>
            {application.claims.length > 1 && <Button look="plain" onClick={() => change((now) => ({ ...now, claims: now.claims.filter((_, i) => i !== at) }))}>{t('apply.removeClaim', { number: at + 1 })}</Button>}
          </fieldset>
        )
      })}
      {application.claims.length < 50 && <Button look="quiet" whole onClick={() => change((now) => ({ ...now, claims: [...now.claims, newClaim(now.others.length)] }))} data-testid="claim-add">{t('apply.addClaim')}</Button>}
    </>
  )
}
