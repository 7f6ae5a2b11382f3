import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { newParty, withoutOther } from './application'
import { PartyFields } from './party-fields'
import type { StepProps } from './step-props'

export function OthersStep({ application, change, wrong }: StepProps) {
  const { t } = useTranslation()
  return (
    <>
      <p className="soft">{t('apply.othersLead')}</p>
      {application.others.map((other, at) => (
        <fieldset className="card stack" key={at}>
          <legend className="label">{t('apply.other', { number: at + 1 })}</legend>
          <PartyFields party={other} path={`respondents[${at}]`} wrong={wrong} onChange={(party) => change((now) => ({ ...now, others: now.others.map((old, i) => (i === at ? party : old)) }))} />
          {application.others.length > 1 && <Button look="plain" onClick={() => change((now) => withoutOther(now, at))}>{t('apply.removeOther', { number: at + 1 })}</Button>}
        </fieldset>
      ))}
      {application.others.length < 30 && <Button look="quiet" whole onClick={() => change((now) => ({ ...now, others: [...now.others, newParty()] }))} data-testid="other-add">{t('apply.addOther')}</Button>}
    </>
  )
}
