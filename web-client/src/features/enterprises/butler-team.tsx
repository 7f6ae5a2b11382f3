import { useTranslation } from 'react-i18next'
import type { ButlerView } from '@/contracts/realtime'

export function ButlerTeam({ butlers }: { butlers: readonly ButlerView[] }) {
  const { t } = useTranslation()
  return (
    <ul className="plain stack tight" data-testid="butlers">
      {butlers.map((butler) => (
        <li key={butler.personId}>
          <b>{butler.name}</b> {butler.lead && <span className="badge accent">{t('enterprises.leads')}</span>}
          <br /><span className="small soft">{butler.organisationName}</span>
        </li>
      ))}
    </ul>
  )
}
