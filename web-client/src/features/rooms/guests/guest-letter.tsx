import { useTranslation } from 'react-i18next'
import type { GuestInvitationView } from '@/contracts/realtime'
import { fullTime } from '@/lib/time'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { GuestCapacityText } from './guest-facts'

/** Who asks, what for, what is expected, how to check that it is real. */
export function GuestLetter({ view, next }: { view: GuestInvitationView; next: () => void }) {
  const { t, i18n } = useTranslation()
  return (
    <>
      <section className="card letter stack" data-testid="guest-letter">
        <p className="letter-from">{view.organisationName}</p>
        <h1>{t('guests.letter', { name: view.name, capacity: t(`guests.capacity.${view.capacity}`) })}</h1>
        <p>{t(view.roomKind === 'Caucus' ? 'guests.letterLeadCaucus' : 'guests.letterLead', { mediator: view.mediatorName })}</p>
        <dl className="facts">
          <div><dt>{t('guests.as')}</dt><dd><b><GuestCapacityText guest={view} /></b></dd></div>
          <div><dt>{t('guests.reason')}</dt><dd className="guest-reason">{view.reason}</dd></div>
          <div><dt>{t('guests.number')}</dt><dd className="number">{view.caseNumber}</dd></div>
          <div><dt>{t('guests.phone')}</dt><dd><a href={`tel:${view.organisationPhone}`} className="number">{view.organisationPhone}</a></dd></div>
          {view.expiresAt && <div><dt>{t('guests.until')}</dt><dd>{fullTime(view.expiresAt, i18n.language)}</dd></div>}
        </dl>
        <Button whole onClick={next} data-testid="guest-next">{t('guests.next')}</Button>
        <p className="soft small">{t('guests.noDuty')}</p>
      </section>
      <section className="card flat stack tight">
        <h2 className="row"><Icon name="shield" /> {t('guests.expect')}</h2>
        <ul>
          <li>{t('guests.expect1')}</li>
          <li>{t('guests.expect2')}</li>
          <li>{t('guests.expect3', { contact: view.sentTo })}</li>
        </ul>
      </section>
    </>
  )
}
