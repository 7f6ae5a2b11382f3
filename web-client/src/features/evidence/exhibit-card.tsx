import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '@/ui/icon'
import { exhibitAddress, sizeOf } from './upload'

export interface ExhibitFacts {
  exhibitId: string
  name: string
  mediaType: string
  size: number
  sha256: string
}

/** One exhibit: a picture shows itself, anything else downloads. The right is checked at each read. */
export function ExhibitCard({ exhibit }: { exhibit: ExhibitFacts }) {
  const { t } = useTranslation()
  const [unseen, setUnseen] = useState(false)
  const address = exhibitAddress(exhibit.exhibitId)
  const picture = exhibit.mediaType.startsWith('image/') && !unseen
  return (
    <figure className="exhibit" data-testid="exhibit">
      {picture && <a href={address} download={exhibit.name}><img src={address} alt={exhibit.name} loading="lazy" onError={() => setUnseen(true)} /></a>}
      <figcaption>
        <a href={address} download={exhibit.name}><Icon name="file" size={18} /> {exhibit.name}</a>
        <span className="soft small number">{sizeOf(exhibit.size)} · <span title={exhibit.sha256}>{t('evidence.hash')} {exhibit.sha256.slice(0, 8)}</span></span>
      </figcaption>
    </figure>
  )
}
