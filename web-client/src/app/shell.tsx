import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, ScrollRestoration, useMatch } from 'react-router'
import { useMe, useSignOut } from '@/features/accounts/me'
import { isStaff, ownPage } from '@/features/accounts/own-page'
import { setLanguage } from '@/lib/language'
import { setPreferences, usePreferences } from '@/lib/preferences'
import { Button } from '@/ui/button'
import { late } from '@/ui/late'
import { Loading } from '@/ui/states'

const NewVersion = late(() => import('./device/new-version'))

/** Masthead with the entrances that must always be in sight: 长辈版, language, light or dark, one's own cases. */
export function Shell() {
  const { t } = useTranslation()
  const room = useMatch('/rooms/:id')
  const console = useMatch('/console')
  const fillsScreen = room !== null || console !== null
  return (
    <>
      <a className="skip" href="#main">{t('ui.skip')}</a>
      <Masthead />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      {!fillsScreen && <footer className="foot no-print">{t('app.foot')}</footer>}
      <Suspense fallback={null}><NewVersion /></Suspense>
      <ScrollRestoration />
    </>
  )
}

function Masthead() {
  const { t, i18n } = useTranslation()
  const { theme, size } = usePreferences()
  const me = useMe()
  const signOut = useSignOut()
  const english = i18n.language === 'en'
  return (
    <header className="masthead no-print">
      <Link className="name" to="/">
        <img src="/seal.svg" alt="" />
        <span>{t('app.name')}</span>
      </Link>
      <nav className="tools" aria-label={t('app.tools')}>
        {me.data && <Link className="button plain" to={ownPage(me.data)} data-testid="nav-own">{t(isStaff(me.data) ? 'app.desk' : 'app.own')}</Link>}
        <button type="button" className="button plain" aria-pressed={size === 'elder'} onClick={() => setPreferences({ size: size === 'elder' ? 'normal' : 'elder' })} data-testid="elder">
          {t(size === 'elder' ? 'app.normalSize' : 'app.elder')}
        </button>
        <button type="button" className="button plain" aria-pressed={theme === 'dark'} onClick={() => setPreferences({ theme: theme === 'dark' ? 'light' : 'dark' })} data-testid="theme">
          {t(theme === 'dark' ? 'app.light' : 'app.dark')}
        </button>
        <button type="button" className="button plain" lang={english ? 'zh-CN' : 'en'} onClick={() => void setLanguage(english ? 'zh-CN' : 'en')} data-testid="language">
          {english ? '中文' : 'English'}
        </button>
        {me.data && <Button look="plain" busy={signOut.isPending} onClick={() => signOut.mutate()} data-testid="sign-out">{t('app.signOut')}</Button>}
      </nav>
    </header>
  )
}
