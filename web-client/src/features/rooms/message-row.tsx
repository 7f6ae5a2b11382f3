import { memo, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EntryView, InterpreterView } from '@/contracts/realtime'
import { useAloud } from '@/lib/preferences'
import { clockTime, fullTime } from '@/lib/time'
import { withdrawnBy, type RoomNow } from '@/realtime'
import { Icon } from '@/ui/icon'
import { late } from '@/ui/late'
import { bodyOf, bodyType, type TextBody } from './bodies'
import { useEntryRenderers } from './entry-renderer'
import { inConfidence } from './in-confidence'
import { Linked } from './linked'
import { Rendered } from './rendering/rendered'
import { LoneRendering } from './rendering/rendering'
import { SystemEntry } from './system-entry'
import { isRead, WithdrawButton } from './withdraw-button'

interface Props {
  entry: EntryView
  room: RoomNow
  me: string
  onReply?: ((entry: EntryView) => void) | undefined
  /** The entry above is by the same person, said just before: the name need not be shown again. */
  goesOn?: boolean
  /** What interpreters have made of it. */
  renderings?: readonly EntryView[] | undefined
  interpreters?: readonly InterpreterView[] | undefined
}

const ReadButton = late(() => import('@/ui/aloud/read-button'))
const none: readonly never[] = []

/** One entry of the transcript: mine on the right, everybody else's on the left with name and role. Drawn again only when something of it has changed. */
export const MessageRow = memo(Row, same)

function Row({ entry, room, me, onReply, goesOn = false, renderings = none, interpreters = none }: Props) {
  const { t, i18n } = useTranslation()
  const renderers = useEntryRenderers()
  const aloud = useAloud()
  const Renderer = renderers[bodyType(entry)]
  if (entry.kind === 'System') return <SystemEntry entry={entry} />
  if (withdrawnBy(entry) !== null) return <p className="entry-system" data-testid="message-withdrawn">{t('rooms.withdrew', { name: entry.authorName })}</p>
  if (bodyType(entry) === 'rendering') return <LoneRendering entry={entry} />
  const mine = entry.authorId === me
  const writtenAt = bodyType(entry) === 'text' ? bodyOf<TextBody>(entry).writtenAt : undefined
  const moment = fullTime(entry.sentAt, i18n.language)
  const answered = entry.replyTo === null ? undefined : room.log.entries[entry.replyTo - (room.log.base ?? 0)]
  return (
    <article className={`entry${mine ? ' mine' : ''}${goesOn ? ' goes-on' : ''}`} data-role={entry.authorRole} data-sequence={entry.sequence} data-testid="entry">
      <header className="entry-head">
        <b>{mine ? t('rooms.me') : entry.authorName}</b> <span className="soft">{t(`rooms.role.${entry.authorRole}`)}</span>{' '}
        <Link className="entry-link soft" to={`/rooms/${room.roomId}?m=${entry.sequence}`} aria-label={t('rooms.linkTo', { time: moment })}>
          <time className="number" dateTime={entry.sentAt} title={moment}>{clockTime(entry.sentAt, i18n.language)}</time>
        </Link>
      </header>
      {answered && <blockquote className="entry-quote">{t('ui.colon', { before: answered.authorName, after: quoteOf(answered, t('rooms.attachment')) })}</blockquote>}
      <Rendered entry={entry} renderings={renderings} interpreters={interpreters} original={textOf(entry) ?? t('rooms.attachment')}>
        {Renderer ? <Renderer entry={entry} room={room} /> : <div className="bubble"><Linked text={textOf(entry) ?? t(emptied[bodyType(entry)] ?? 'rooms.unreadable')} /></div>}
      </Rendered>
      {writtenAt !== undefined && <span className="entry-written soft" data-testid="written-at">{t('holding.written', { time: clockTime(writtenAt, i18n.language) })}</span>}
      {aloud && textOf(entry) !== null && <Suspense fallback={null}><ReadButton id={`${room.roomId} ${entry.sequence}`} text={textOf(entry) ?? ''} inConfidence={inConfidence(room.snapshot?.room.kind)} /></Suspense>}
      {mine && <SeenMark room={room} entry={entry} me={me} />}
      {mine && textOf(entry) !== null && !room.revoked && !isRead(room, entry, me) && <WithdrawButton room={room} entry={entry} />}
      {onReply && !(bodyType(entry) in emptied) && <button type="button" className="entry-reply" onClick={() => onReply(entry)} aria-label={t('rooms.replyTo', { name: entry.authorName })}><Icon name="reply" size={18} /></button>}
    </article>
  )
}

/** Plain words need of the room only who has read them and what they answer; whatever else changes in it leaves the line as it is. */
function same(a: Props, b: Props): boolean {
  const alike = a.entry === b.entry && a.me === b.me && a.onReply === b.onReply && a.goesOn === b.goesOn && a.renderings === b.renderings && a.interpreters === b.interpreters
  if (!alike || a.room === b.room) return alike
  return (a.entry.kind === 'System' || bodyType(a.entry) === 'text') && a.room.revoked === b.room.revoked && a.room.snapshot?.members === b.room.snapshot?.members
    && (a.entry.replyTo === null || a.room.log.base === b.room.log.base) && readersOf(a) === readersOf(b)
}

const readersOf = ({ entry, room, me }: Props): string =>
  entry.authorId === me ? room.readPositions.filter((position) => position.sequence >= entry.sequence).map((position) => position.personId).sort().join() : ''

const emptied: Readonly<Record<string, 'rooms.erased' | 'rooms.withdrawn'>> = { erased: 'rooms.erased', withdrawn: 'rooms.withdrawn' }

export const textOf = (entry: EntryView): string | null => (bodyType(entry) === 'text' ? bodyOf<TextBody>(entry).text : null)

export const quoteOf = (entry: EntryView, otherwise: string): string => {
  const text = textOf(entry) ?? otherwise
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function SeenMark({ room, entry, me }: { room: RoomNow; entry: EntryView; me: string }) {
  const { t } = useTranslation()
  const members = room.snapshot?.members ?? []
  const readers = room.readPositions.filter((position) => position.personId !== me && position.sequence >= entry.sequence)
  const names = readers.flatMap((position) => members.find((member) => member.personId === position.personId)?.name ?? [])
  if (names.length === 0) return null
  return <span className="entry-seen soft" data-testid="read-by">{t('rooms.readBy', { names: names.join(t('ui.comma')) })}</span>
}
