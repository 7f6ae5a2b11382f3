import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ButtonLink } from '@/ui/button'
import { Icon } from '@/ui/icon'
import './home.css'

const ways = ['apply', 'enter', 'verify'] as const
const targets = { apply: '/apply', enter: '/enter', verify: '/verify' }
const icons = { apply: 'pen', enter: 'people', verify: 'shield' } as const
const promises = ['free', 'private', 'free2leave', 'binding'] as const
const steps = ['apply', 'choose', 'accept', 'mediate', 'sign', 'confirm'] as const

export default function HomePage() {
  const { t } = useTranslation()
  return (
    <div className="home" data-testid="home-page">
      <section className="home-lead">
        <div className="page stack">
          <p className="home-place">{t('app.home.place')}</p>
          <h1>{t('app.home.title')}</h1>
          <p className="home-text">{t('app.home.lead')}</p>
          <div className="row">
            <ButtonLink to="/apply" data-testid="home-apply">{t('app.home.apply.title')}</ButtonLink>
            <ButtonLink to="/enter" look="quiet" data-testid="home-enter">{t('app.home.enter.title')}</ButtonLink>
          </div>
        </div>
      </section>
      <div className="page wide stack loose">
        <ul className="plain home-ways">
          {ways.map((way) => (
            <li key={way}>
              <Link className="card home-way" to={targets[way]} data-testid={`way-${way}`}>
                <span className="mark"><Icon name={icons[way]} size={26} /></span>
                <h2>{t(`app.home.${way}.title`)}</h2>
                <span className="soft">{t(`app.home.${way}.text`)}</span>
              </Link>
            </li>
          ))}
        </ul>
        <p className="notice"><span><b>{t('app.home.invited.title')}</b> {t('app.home.invited.text')}</span></p>
        <section className="stack">
          <h2>{t('app.home.how')}</h2>
          <ol className="plain home-steps">{steps.map((step, at) => <li key={step}><b className="number">{at + 1}</b><span><b>{t(`cases.rail.${step}`)}</b><br /><span className="soft small">{t(`app.home.step.${step}`)}</span></span></li>)}</ol>
        </section>
        <ul className="plain home-promises">{promises.map((promise) => <li key={promise}><b>{t(`app.home.promise.${promise}.title`)}</b><span className="soft">{t(`app.home.promise.${promise}.text`)}</span></li>)}</ul>
        <p><Link to="/staff" data-testid="home-staff">{t('accounts.staff')}</Link></p>
      </div>
    </div>
  )
}
