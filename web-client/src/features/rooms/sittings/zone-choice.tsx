import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSetZone, useZone } from '@/features/accounts/use-zone'
import { Button } from '@/ui/button'
import { Select } from '@/ui/field'
import { Refused } from '@/ui/states'

const zones = () => Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))

/** Where the reader is: told by the browser, changed here. */
export function ZoneChoice() {
  const { t } = useTranslation()
  const own = useZone()
  const [open, setOpen] = useState(false)
  const set = useSetZone()
  const zone = set.isPending ? set.variables : own
  if (!open) return <button type="button" className="zone-link small" onClick={() => setOpen(true)} data-testid="zone-open">{t('sittings.zone', { zone })}</button>
  const known = zones()
  return (
    <div className="stack tight">
      <Select label={t('sittings.zoneLabel')} value={zone} onChange={(event) => set.mutate(event.target.value)} data-testid="zone">
        {(known.includes(zone) ? known : [zone, ...known]).map((one) => <option key={one} value={one}>{one}</option>)}
      </Select>
      <Refused error={set.error} />
      <Button look="plain" compact onClick={() => setOpen(false)} data-testid="zone-close">{t('ui.close')}</Button>
    </div>
  )
}
