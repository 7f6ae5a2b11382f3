import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../button'
import { Icon } from '../icon'
import { readAloud, stopReading, useHasVoice, useReading } from './speech'
import './texts'

const key = 'clauses'

/** Reads a text line by line; the line that is read is marked where it stands (by its `data-line` below `within`). */
export default function ReadClauses({ text, within }: { text: string; within: string }) {
  const { t } = useTranslation()
  const at = useReading(key)
  const can = useHasVoice()
  useEffect(() => stopReading, [])
  useEffect(() => {
    const line = at === null ? null : document.querySelector(`${within} [data-line="${at}"]`)
    line?.classList.add('read-now')
    line?.scrollIntoView({ block: 'nearest' })
    return () => line?.classList.remove('read-now')
  }, [at, within])
  if (!can) return <p className="notice no-print" data-testid="no-voice">{t('aloud.none')}</p>
  return (
    <p className="no-print">
      <Button look="quiet" aria-pressed={at !== null} onClick={() => at === null ? void readAloud(key, text.split('\n')) : stopReading()} data-testid="read-clauses">
        <Icon name={at === null ? 'sound' : 'stop'} /> {t(at === null ? 'aloud.clauses' : 'aloud.stop')}
      </Button>
    </p>
  )
}
