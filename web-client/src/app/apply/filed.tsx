import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseFiledView } from '@/contracts/realtime'
import { ButtonLink } from '@/ui/button'

export function Filed({ filed, heading }: { filed: CaseFiledView; heading: RefObject<HTMLHeadingElement | null> }) {
  const { t } = useTranslation()
  return (
    <div className="page stack" data-testid="filed">
      <section className="card stack">
        <h1 ref={heading} tabIndex={-1}>{t('apply.filed')}</h1>
        <p className="filed-number" data-testid="case-number" lang="zh-CN">{filed.number}</p>
        <p>{t('apply.filedNext')}</p>
        <ButtonLink to={`/cases/${filed.caseId}`} whole data-testid="to-case">{t('apply.toCase')}</ButtonLink>
      </section>
    </div>
  )
}
