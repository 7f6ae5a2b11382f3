import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../button'
import { Icon } from '../icon'
import { readAloud, stopReading, useHasVoice } from './speech'
import './texts'

interface Props {
  /** The newest words of somebody else, and their number. */
  newest: { readonly at: number; readonly text: string } | null
  inConfidence: boolean
}

/** Reads what comes in from now on. Words in confidence only while the page is being looked at. */
export default function ReadNew({ newest, inConfidence }: Props) {
  const { t } = useTranslation()
  const [on, setOn] = useState(false)
  const can = useHasVoice()
  const read = useRef(newest?.at ?? 0)
  useEffect(() => {
    const at = newest?.at ?? 0
    if (on && newest && at > read.current) readAloud('new', [newest.text], { inConfidence })
    read.current = Math.max(read.current, at)
  }, [on, newest, inConfidence])
  useEffect(() => stopReading, [])
  if (!can) return <p className="small soft read-none" data-testid="no-voice">{t('aloud.none')}</p>
  const turn = () => {
    if (on) stopReading()
    setOn(!on)
  }
  return <Button look="quiet" compact aria-pressed={on} onClick={turn} data-testid="read-new"><Icon name={on ? 'stop' : 'sound'} size={18} /> <span className="read-new-words">{t(on ? 'aloud.following' : 'aloud.follow')}</span></Button>
}
