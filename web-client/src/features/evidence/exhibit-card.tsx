import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '@/ui/icon'
import { PaperView } from './paper-view'
import { exhibitAddress, sizeOf } from './upload'

export interface ExhibitFacts {
  exhibitId: string
  name: string
  mediaType: string
  size: number
  sha256: string
}

/** One exhibit: a picture shows itself, a voice is played and a PDF looked at where they stand, anything else downloads. What shows itself has its height before it is there. The right is checked at each read. */
export function ExhibitCard({ exhibit }: { exhibit: ExhibitFacts }) {
  const { t } = useTranslation()
  const [unseen, setUnseen] = useState(false)
  const address = exhibitAddress(exhibit.exhibitId)
  const picture = exhibit.mediaType.startsWith('image/') && !unseen
  const voice = exhibit.mediaType.startsWith('audio/')
  const paper = exhibit.mediaType === 'application/pdf'
  return (
    <figure className="exhibit" data-testid="exhibit">
      {picture && <a href={address} download={exhibit.name}><img src={address} alt={exhibit.name} loading="lazy" onError={() => setUnseen(true)} /></a>}
      {voice && <audio className="exhibit-voice" controls preload="none" src={address} aria-label={exhibit.name} data-testid="voice-note" />}
      {paper && <PaperView name={exhibit.name} address={address} />}
      <figcaption>
        <a href={address} download={exhibit.name}><Icon name="file" size={18} /> {exhibit.name}</a>
        <span className="soft small number">{sizeOf(exhibit.size)} · <span title={exhibit.sha256}>{t('evidence.hash')} {exhibit.sha256.slice(0, 8)}</span></span>
      </figcaption>
    </figure>
  )
}
