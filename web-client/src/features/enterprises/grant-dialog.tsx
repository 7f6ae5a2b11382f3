import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MandateScope } from '@/contracts/realtime'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Choice, TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { faultsOf, inMonths, newGrant, today, type GrantRow } from './grant'
import { useGrant } from './use-enterprise'

const scopes: MandateScope[] = ['Consult', 'Disputes', 'Full']

/** What was typed stays when the service refuses, and is gone once the mandate is given. */
export function GrantDialog({ enterpriseId, open, close }: { enterpriseId: string; open: boolean; close: () => void }) {
  const { t } = useTranslation()
  const [row, setRow] = useState<GrantRow>(newGrant)
  const [tried, setTried] = useState(false)
  const grant = useGrant(enterpriseId)
  const faults = tried ? faultsOf(row) : {}
  const set = (next: Partial<GrantRow>) => setRow((now) => ({ ...now, ...next }))
  const send = () => {
    setTried(true)
    if (Object.keys(faultsOf(row)).length > 0) return
    grant.mutate({ ...row, name: row.name.trim(), contact: row.contact.trim() }, { onSuccess: () => { setRow(newGrant()); setTried(false); close() } })
  }
  const wrong = (field: 'name' | 'contact' | 'validTo') => (faults[field] ? t(`enterprises.mandates.fault.${field}`) : null)
  return (
    <Dialog title={t('enterprises.mandates.grantTitle')} open={open} close={close} testId="grant-dialog">
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
        <TextField label={t('enterprises.mandates.name')} value={row.name} maxLength={60} autoComplete="off" wrong={wrong('name')} onChange={(event) => set({ name: event.target.value })} data-testid="grant-name" />
        <TextField label={t('enterprises.mandates.contact')} hint={t('enterprises.mandates.contactHint')} value={row.contact} inputMode="email" autoComplete="off" wrong={wrong('contact')} onChange={(event) => set({ contact: event.target.value })} data-testid="grant-contact" />
        <fieldset className="field">
          <legend>{t('enterprises.mandates.scope')}</legend>
          <div className="choices">
            {scopes.map((scope) => (
              <Choice key={scope} name="scope" checked={row.scope === scope} onChange={() => set({ scope })} data-testid={`grant-${scope}`}>
                <b>{t(`enterprises.scope.${scope}`)}</b><br /><span className="small soft">{t(`enterprises.scopeText.${scope}`)}</span>
              </Choice>
            ))}
          </div>
        </fieldset>
        <TextField label={t('enterprises.mandates.validTo')} hint={t('enterprises.mandates.validToHint')} type="date" min={today()} max={inMonths(60)} value={row.validTo} wrong={wrong('validTo')} onChange={(event) => set({ validTo: event.target.value })} data-testid="grant-until" />
        <Refused error={grant.error} />
        <Button type="submit" whole busy={grant.isPending} data-testid="grant-send">{t('enterprises.mandates.send')}</Button>
        <Button look="plain" onClick={close}>{t('ui.cancel')}</Button>
      </form>
    </Dialog>
  )
}
