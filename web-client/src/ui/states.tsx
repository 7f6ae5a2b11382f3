import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '@/lib/refusal'
import { sentenceOf } from '@/lib/sentence'
import { Button, ButtonLink } from './button'

export function Loading({ what }: { what?: string }) {
  const { t } = useTranslation()
  return (
    <div className="state" role="status">
      <span className="spinner" aria-hidden="true" />
      <span className="soft">{what ?? t('ui.loading')}</span>
    </div>
  )
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** What went wrong, in the service's own sentence, and a way to try again. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t, i18n } = useTranslation()
  // What is not there, or not for this person, is not there at the next attempt either.
  if (error instanceof Refusal && error.status === 404) {
    return (
      <div className="state" role="alert" data-testid="missing">
        <h2>{t('ui.missing')}</h2>
        <p>{t('ui.missingText')}</p>
        <ButtonLink to="/" look="quiet">{t('ui.home')}</ButtonLink>
      </div>
    )
  }
  return (
    <div className="state" role="alert">
      <h2>{t('ui.failed')}</h2>
      <p>{sentenceOf(error, i18n.language)}</p>
      {retry && <Button look="quiet" onClick={retry}>{t('ui.again')}</Button>}
    </div>
  )
}

/** The sentence of a refusal, beside what was refused. */
export function Refused({ error }: { error: unknown }) {
  const { i18n } = useTranslation()
  if (error === null || error === undefined) return null
  return <p className="notice stop" role="alert" data-testid="refusal">{sentenceOf(error, i18n.language)}</p>
}
