import { useTranslation } from 'react-i18next'
import { Choice, TextField } from '@/ui/field'
import type { PartyRow } from './application'

interface Props {
  party: PartyRow
  path: string
  onChange: (party: PartyRow) => void
  wrong: (path: string) => string | null
  mine?: boolean
  /** Applies together with me. */
  together?: boolean
}

export function PartyFields({ party, path, onChange, wrong, mine = false, together = false }: Props) {
  const { t } = useTranslation()
  const organisation = party.nature === 'Organisation'
  return (
    <>
      <fieldset className="field">
        <legend>{t(mine ? 'apply.iAm' : together ? 'apply.togetherIs' : 'apply.heIs')}</legend>
        <div className="choices two">
          <Choice name={`${path}-nature`} checked={!organisation} onChange={() => onChange({ ...party, nature: 'Natural' })}>{t('apply.person')}</Choice>
          <Choice name={`${path}-nature`} checked={organisation} onChange={() => onChange({ ...party, nature: 'Organisation' })}>{t('apply.organisation')}</Choice>
        </div>
      </fieldset>
      <TextField label={t(organisation ? 'apply.organisationName' : 'apply.name')} value={party.name} maxLength={120} autoComplete={mine ? 'name' : 'off'} wrong={wrong(`${path}.name`)} onChange={(event) => onChange({ ...party, name: event.target.value })} data-testid={`${path}-name`} />
      <TextField label={organisation ? t('apply.representative') : t('ui.optional', { label: t('apply.guardian') })} hint={organisation ? undefined : t('apply.guardianHint')} value={party.representative} maxLength={60} wrong={wrong(`${path}.representativeName`)} onChange={(event) => onChange({ ...party, representative: event.target.value })} data-testid={`${path}-representative`} />
      <TextField label={mine || together ? t('apply.contact') : t('ui.qualified', { label: t('apply.contact'), with: t('apply.ifKnown') })} hint={t(mine ? 'apply.myContactHint' : together ? 'apply.togetherContactHint' : 'apply.contactHint')} value={party.contact} inputMode="email" autoComplete={mine ? 'tel' : 'off'} wrong={wrong(`${path}.contact`)} onChange={(event) => onChange({ ...party, contact: event.target.value })} data-testid={`${path}-contact`} />
      <TextField label={t('ui.optional', { label: t('apply.place') })} value={party.place} maxLength={200} wrong={wrong(`${path}.place`)} onChange={(event) => onChange({ ...party, place: event.target.value })} data-testid={`${path}-place`} />
    </>
  )
}
