import { useTranslation } from 'react-i18next'
import { Icon } from '../icon'
import { languageOf, readAloud, stopReading, useHasVoice, useReading } from './speech'
import './texts'

/** Reads some words aloud, or stops. Nothing where this device has no voice for them. */
export default function ReadButton({ id, text, inConfidence }: { id: string; text: string; inConfidence: boolean }) {
  const { t } = useTranslation()
  const reading = useReading(id) !== null
  const can = useHasVoice(languageOf(text))
  if (!can) return null
  return (
    <button type="button" className="link read-aloud" aria-pressed={reading} onClick={() => reading ? stopReading() : void readAloud(id, [text], { inConfidence })} data-testid="read-aloud">
      <Icon name={reading ? 'stop' : 'sound'} size={18} /> {t(reading ? 'aloud.stop' : 'aloud.this')}
    </button>
  )
}
