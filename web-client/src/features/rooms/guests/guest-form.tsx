import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuestCapacity } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { uuid7 } from '@/lib/uuid7'
import { Button } from '@/ui/button'
import { Choice, TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { languageName } from '../rendering/rendering'
import { useGuestAct } from './use-guests'

const capacities = ['Interpreter', 'Expert', 'Companion', 'Observer'] as const satisfies readonly GuestCapacity[]
const offered = ['zh', 'en', 'fil', 'id', 'my', 'vi', 'ru', 'ko', 'ja', 'es', 'fr', 'ar'] as const

export function GuestForm({ caseId, roomId, private_, done }: { caseId: string; roomId: string; private_: boolean; done: () => void }) {
  const { t, i18n } = useTranslation()
  const [id] = useState(uuid7)
  const [capacity, setCapacity] = useState<GuestCapacity>('Interpreter')
  const [languages, setLanguages] = useState<readonly string[]>(['zh', 'en'])
  const [name, setName] = useState('')
  const [contact, setContact] = useState('')
  const [reason, setReason] = useState('')
  const propose = useGuestAct(caseId, () => api('POST /rooms/{roomId}/guests', { path: { roomId }, body: { id, name, contact, capacity, languages: capacity === 'Interpreter' ? [...languages] : [], reason } }), done)
  const choose = (code: string) => setLanguages(languages.includes(code) ? languages.filter((one) => one !== code) : [...languages, code])
  return (
    <form className="stack guest-form" onSubmit={(event) => { event.preventDefault(); propose.mutate(undefined) }} data-testid="guest-form">
      <p>{t(private_ ? 'guests.leadCaucus' : 'guests.lead')}</p>
      <fieldset className="guest-choices">
        <legend>{t('guests.as')}</legend>
        {capacities.map((one) => <Choice key={one} name="capacity" checked={capacity === one} onChange={() => setCapacity(one)} data-testid={`capacity-${one}`}>{t(`guests.capacity.${one}`)}</Choice>)}
      </fieldset>
      {capacity === 'Interpreter' && (
        <fieldset className="guest-choices">
          <legend>{t('guests.between')}</legend>
          {offered.map((code) => <Choice key={code} type="checkbox" checked={languages.includes(code)} onChange={() => choose(code)} data-testid={`language-${code}`}>{languageName(code, i18n.language)}</Choice>)}
        </fieldset>
      )}
      <TextField label={t('guests.name')} required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} data-testid="guest-name" />
      <TextField label={t('guests.contact')} hint={t('guests.contactHint')} required maxLength={254} value={contact} onChange={(event) => setContact(event.target.value)} data-testid="guest-contact" />
      <TextArea label={t('guests.reason')} hint={t('guests.reasonHint')} rows={2} required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="guest-reason" />
      <Refused error={propose.error} />
      <Button type="submit" busy={propose.isPending} disabled={name.trim() === '' || contact.trim() === '' || reason.trim() === '' || (capacity === 'Interpreter' && languages.length < 2)} data-testid="guest-propose">{t('guests.propose')}</Button>
    </form>
  )
}
