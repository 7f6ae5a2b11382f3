import { useTranslation } from 'react-i18next'
import { bodyOf, bodyType, type EntryProps } from '@/features/rooms'
import { plainDate } from '@/lib/time'

interface TermBody {
  lastDay?: string
  agrees?: boolean
  agreed?: boolean
  reason?: string
}

/** More time, asked for, answered, stopped and going on again. */
export function TermEntry({ entry }: EntryProps) {
  const { t, i18n } = useTranslation()
  const body = bodyOf<TermBody>(entry)
  const type = bodyType(entry)
  const [name, day] = [entry.authorName, body.lastDay ? plainDate(body.lastDay, i18n.language) : '']
  const sentence =
    type === 'extension-proposed' ? t('settlements.term.proposed', { name, day })
    : type === 'term-suspended' ? t('settlements.term.suspended', { name, reason: body.reason ?? '' })
    : type === 'term-resumed' ? t('settlements.term.resumed', { name })
    : body.agreed ? t('settlements.term.agreed', { name, day })
    : t(body.agrees ? 'settlements.term.agrees' : 'settlements.term.declines', { name })
  return <div className="bubble" data-testid={type}>{sentence}</div>
}
