import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ClosingReason, EntryView } from '@/contracts/realtime'
import { plainDate, shortTime } from '@/lib/time'
import { bodyOf, bodyType, type SystemBody } from './bodies'

const known = ['room-created', 'added', 'joined', 'left', 'admitted', 'removed', 'opened', 'adjourned', 'closed', 'call-opened', 'call-ended', 'call-joined', 'call-left', 'hold-started', 'hold-ended', 'times-proposed', 'times-answered', 'times-started', 'times-ended', 'times-turn', 'agenda-set', 'agenda-started', 'agenda-ended', 'guest-proposed', 'guest-answered', 'guest-withdrawn', 'guest-undertook'] as const
const closingReasons = ['Agreed', 'Withdrawn', 'NoContact', 'Refused', 'TooFarApart', 'Expired', 'RefusedToSign', 'Other'] as const satisfies readonly ClosingReason[]

/** One line in the middle: who came, who left, what the mediator did with the sitting. */
export function SystemEntry({ entry }: { entry: EntryView }) {
  const { t, i18n } = useTranslation()
  return (
    <p className="entry-system" data-testid={`entry-${bodyType(entry)}`}>
      <span>{systemSentence(entry, t, i18n.language)}</span> <time className="number" dateTime={entry.sentAt}>{shortTime(entry.sentAt, i18n.language)}</time>
    </p>
  )
}

export function systemSentence(entry: EntryView, t: TFunction, language: string): string {
  const body = bodyOf<SystemBody>(entry)
  const type = known.find((word) => word === bodyType(entry))
  if (!type) return t('rooms.system.other')
  const sentence = type === 'guest-answered'
    ? t(`guests.said.${body.invites ? 'invites' : body.consents ? 'consents' : 'refuses'}`, { name: body.name ?? '', by: body.party ?? entry.authorName })
    : t(`rooms.system.${type === 'times-answered' && body.consents === false ? 'times-refused' : type}`, { name: body.name ?? body.party ?? '', last: body.lastDay ? plainDate(body.lastDay, language) : '', article: body.article ?? '', title: body.title ?? '', by: entry.authorName, capacity: body.capacity ? t(`guests.capacity.${body.capacity}`) : '' })
  if (!body.reason) return sentence
  if (type === 'guest-proposed') return t('ui.colon', { before: sentence, after: body.reason })
  // A room that closes with its case names the case's closing reason by its code.
  const code = closingReasons.find((one) => one === body.reason)
  return `${sentence} ${t('rooms.system.reason', { reason: code ? t(`cases.closing.${code}`) : body.reason })}`
}
