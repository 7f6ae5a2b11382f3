import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '@/contracts/realtime'
import { lastOf, withdrawnBy, type RoomNow } from '@/realtime'
import { bodyType } from './bodies'
import { renderingSentence } from './rendering/rendering'
import { textOf } from './message-row'
import { systemSentence } from './system-entry'

/** What was said a while ago has been read out; it need not stand here any longer. */
const kept = 12

/**
 * Says each new entry of others once; a live list would be read out whole again and again. What is there when the room is opened,
 * and older entries that are fetched later, are not new.
 * @param where The room's name, where several rooms speak at once.
 */
export function Announcer({ log, me, where }: { log: RoomNow['log']; me: string; where?: string | undefined }) {
  const { t, i18n } = useTranslation()
  const [lines, setLines] = useState<readonly { sequence: number; text: string }[]>([])
  const told = useRef<number | null>(null)
  useEffect(() => {
    if (log.base === null) return
    const [from, last] = [told.current, lastOf(log)]
    told.current = Math.max(from ?? 0, last)
    if (from === null || last <= from) return
    const sentence = (entry: EntryView): string => {
      if (entry.kind === 'System') return systemSentence(entry, t, i18n.language)
      if (withdrawnBy(entry) !== null) return t('rooms.withdrew', { name: entry.authorName })
      if (bodyType(entry) === 'rendering') return renderingSentence(entry, t, i18n.language)
      return t('ui.colon', { before: entry.authorName, after: textOf(entry) ?? t('rooms.attachment') })
    }
    const fresh = log.entries.slice(Math.max(0, from + 1 - log.base)).filter((entry) => entry.authorId !== me)
      .map((entry) => ({ sequence: entry.sequence, text: where === undefined ? sentence(entry) : t('ui.colon', { before: where, after: sentence(entry) }) }))
    if (fresh.length > 0) setLines((now) => [...now.slice(-kept), ...fresh])
  }, [log, me, where, t, i18n.language])
  return <div className="unseen" aria-live="polite" aria-relevant="additions" data-testid="announcer">{lines.map((line) => <p key={line.sequence}>{line.text}</p>)}</div>
}
