import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'

/** One part of what will be filed, with the way back to it. */
export function ReviewPart({ title, go, children }: { title: string; go: () => void; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <section className="card flat stack tight">
      <div className="row apart"><h2>{title}</h2><Button look="plain" compact onClick={go} aria-label={`${t('apply.change')} ${title}`}>{t('apply.change')}</Button></div>
      {children}
    </section>
  )
}
