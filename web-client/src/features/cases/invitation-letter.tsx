import { useTranslation } from 'react-i18next'
import type { InvitationView } from '@/contracts/realtime'
import { fullTime } from '@/lib/time'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'

export function InvitationLetter({ view, next }: { view: InvitationView; next: () => void }) {
  const { t, i18n } = useTranslation()
  return (
    <>
      <section className="card letter stack" data-testid="letter">
        <p className="letter-from">{view.organisationName}</p>
        <h1>{t('cases.invitation.title', { name: view.invitedName })}</h1>
        <p>{t(view.invitedAs === 'Applicant' ? 'cases.invitation.leadTogether' : 'cases.invitation.lead', { applicant: view.applicantName, centre: view.organisationName })}</p>
        <dl className="facts">
          <div><dt>{t('cases.invitation.about')}</dt><dd><b>{view.title}</b></dd></div>
          <div><dt>{t('cases.invitation.number')}</dt><dd className="number">{view.caseNumber}</dd></div>
          <div><dt>{t('cases.invitation.by')}</dt><dd>{view.applicantName}</dd></div>
          <div><dt>{t('cases.invitation.alsoInvited')}</dt><dd>{view.otherInvited.length > 0 ? view.otherInvited.join(t('ui.comma')) : t('cases.invitation.nobodyElse')}</dd></div>
          <div><dt>{t('cases.invitation.phone')}</dt><dd><a href={`tel:${view.organisationPhone}`} className="number">{view.organisationPhone}</a></dd></div>
          <div><dt>{t('cases.invitation.until')}</dt><dd>{fullTime(view.expiresAt, i18n.language)}</dd></div>
        </dl>
        <Button whole onClick={next} data-testid="invitation-next">{t(view.usedUp ? 'cases.invitation.goOn' : 'cases.invitation.next')}</Button>
        <p className="soft small">{t('cases.invitation.noDuty')}</p>
      </section>
      <section className="card flat stack tight">
        <h2 className="row"><Icon name="shield" /> {t('cases.invitation.realTitle')}</h2>
        <ul>
          <li>{t('cases.invitation.real1', { centre: view.organisationName })} <a href={`tel:${view.organisationPhone}`} className="nowrap number">{view.organisationPhone}</a></li>
          <li>{t('cases.invitation.real2', { contact: view.contactHint })}</li>
          <li>{t('cases.invitation.real3')}</li>
        </ul>
      </section>
      <section className="card flat stack tight">
        <h2>{t('cases.invitation.helpTitle')}</h2>
        <p>{t('cases.invitation.help')}</p>
        <a className="button quiet" href={`tel:${view.organisationPhone}`}><Icon name="phone" /> {t('cases.invitation.call', { phone: view.organisationPhone })}</a>
      </section>
    </>
  )
}
