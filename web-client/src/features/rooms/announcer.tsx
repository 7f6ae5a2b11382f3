import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '@/contracts/realtime'
import { bodyType } from './bodies'
import { renderingSentence } from './rendering/rendering'
import { textOf } from './message-row'
import { systemSentence } from './system-entry'

/** Says only the newest entry of somebody else; a live list would be read out whole again and again. */
export function Announcer({ entries, me }: { entries: readonly EntryView[]; me: string }) {
  const { t, i18n } = useTranslation()
  const [said, setSaid] = useState('')
  const before = useRef<number | null>(null)
  const newest = entries.at(-1)
  useEffect(() => {
    if (!newest) return
    const isNew = before.current !== null && newest.sequence > before.current
    before.current = newest.sequence
    if (!isNew || newest.authorId === me) return
    const text = newest.kind === 'System' ? systemSentence(newest, t) : bodyType(newest) === 'rendering' ? renderingSentence(newest, t, i18n.language) : t('ui.colon', { before: newest.authorName, after: textOf(newest) ?? t('rooms.attachment') })
    setSaid(text)
  }, [newest, me, t, i18n.language])
  return <div className="unseen" aria-live="polite" aria-atomic="true" data-testid="announcer">{said}</div>
}
