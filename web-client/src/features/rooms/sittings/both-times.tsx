import { useTranslation } from 'react-i18next'
import { useZone } from '@/features/accounts/use-zone'
import { elsewhere, inChina } from '@/lib/zones'

/** A moment in China's time and, below it, in the reader's own where that differs. */
export function BothTimes({ at }: { at: string }) {
  const { t, i18n } = useTranslation()
  const zone = useZone()
  const own = elsewhere(at, zone, i18n.language)
  return (
    <span className="both-times">
      <b><time dateTime={at}>{inChina(at, i18n.language)}</time></b> <span className="soft small">{t('sittings.beijing')}</span>
      {own !== null && <span className="own-time" data-testid="own-time">{own} <span className="soft small">{t('sittings.yours', { zone })}</span></span>}
    </span>
  )
}
