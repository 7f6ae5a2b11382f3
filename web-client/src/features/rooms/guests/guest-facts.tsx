import { useTranslation } from 'react-i18next'
import type { GuestCapacity, GuestView } from '@/contracts/realtime'
import { languageName } from '../rendering/rendering'

/** Interpreter between which languages, expert, relative or friend, observer. */
export function GuestCapacityText({ guest }: { guest: { capacity: GuestCapacity; languages: readonly string[] } }) {
  const { t, i18n } = useTranslation()
  const capacity = t(`guests.capacity.${guest.capacity}`)
  return <>{guest.languages.length === 0 ? capacity : t('guests.withLanguages', { capacity, languages: guest.languages.map((code) => languageName(code, i18n.language)).join(' ⇄ ') })}</>
}

const looks = { Asking: 'wait', Refused: 'stop', Invited: 'accent', Ready: 'accent', Admitted: 'good', Removed: '', Withdrawn: '' } as const

export function GuestStateBadge({ guest }: { guest: GuestView }) {
  const { t } = useTranslation()
  return <span className={`badge ${looks[guest.state]}`} data-testid="guest-state" data-state={guest.state}>{t(`guests.state.${guest.state}`)}</span>
}

/** Who has said what. */
export function Consents({ guest }: { guest: GuestView }) {
  const { t } = useTranslation()
  return (
    <ul className="plain guest-consents" data-testid="consents">
      {guest.consents.map((one) => (
        <li key={one.partyId} data-consents={String(one.consents)}>
          <span aria-hidden="true">{one.consents === null ? '…' : one.consents ? '✓' : '✕'}</span> {one.partyName} <span className="soft">{t(one.consents === null ? 'guests.notAnswered' : one.consents ? 'guests.consents' : 'guests.refuses')}</span>
        </li>
      ))}
    </ul>
  )
}
