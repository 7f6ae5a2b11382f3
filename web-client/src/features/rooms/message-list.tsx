import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '@/contracts/realtime'
import { dayName, dayOf } from '@/lib/time'
import { hasEarlier, lastOf, useEngine, withdrawnBy, type RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { Announcer } from './announcer'
import { MessageRow } from './message-row'
import { PendingRow } from './pending-row'
import { useAttached, useInterpreters } from './rendering/use-renderings'
import { SearchRoom } from './search-room'
import { useFollowing } from './use-following'
import { useJump } from './use-jump'

interface Props {
  room: RoomHandle
  onReply?: (entry: EntryView) => void
  /** False in a pane that is open but not the one being worked in: nothing is marked as read there. */
  attentive?: boolean
  /** An entry to go to, e.g. from a link. */
  goTo?: number | null
  /** The room's name, to be spoken before each new entry where several rooms are open. */
  spoken?: string | undefined
}

const together = 5 * 60_000

/** Said by the same person within five minutes on the same day, with nothing in between. */
const goesOn = (entry: EntryView, above: EntryView | undefined): boolean =>
  above !== undefined && entry.kind !== 'System' && above.kind !== 'System' && entry.authorId === above.authorId && entry.replyTo === null
  && withdrawnBy(above) === null && Date.parse(entry.sentAt) - Date.parse(above.sentAt) < together && dayOf(entry.sentAt) === dayOf(above.sentAt)

/** The transcript as this person may see it: only the contiguous run, newest below, the first unread entry marked, days apart. Whoever writes below it does not draw it again. */
export const MessageList = memo(List)

function List({ room, onReply, attentive = true, goTo = null, spoken }: Props) {
  const { t, i18n } = useTranslation()
  const { personId: me } = useEngine()
  const list = useRef<HTMLDivElement>(null)
  const { log, pending, markRead, forgetEarlier } = room
  const { entries, attached } = useAttached(log.entries)
  const interpreters = useInterpreters(room).data
  const last = lastOf(log)
  const run = useRef<HTMLDivElement>(null)
  const { atEnd, follow, toEnd, stay, arrived } = useFollowing(list, run)
  const firstUnread = useFirstUnread(room, me)
  const [loading, setLoading] = useState(false)
  const { jump, aim } = useJump(room, list, { stay, arrived }, goTo)
  const [unreadSeen, setUnreadSeen] = useState(false)
  const [unreadAbove, setUnreadAbove] = useState(false)

  useLayoutEffect(() => follow(), [follow, last, pending.length])
  // Asked once the list stands where it belongs, not while it is being drawn.
  useLayoutEffect(() => setUnreadAbove(firstUnread !== null && !unreadSeen && above(list.current, firstUnread)), [firstUnread, unreadSeen, last, atEnd])
  useEffect(() => {
    const mark = () => attentive && atEnd && document.visibilityState === 'visible' && markRead()
    mark()
    document.addEventListener('visibilitychange', mark)
    return () => document.removeEventListener('visibilitychange', mark)
  }, [attentive, atEnd, last, markRead])

  useEffect(() => {
    if (atEnd) forgetEarlier()
  }, [atEnd, last, forgetEarlier])

  const earlier = async () => {
    const before = list.current?.scrollHeight ?? 0
    setLoading(true)
    try {
      await room.loadEarlier()
    } finally {
      setLoading(false)
      requestAnimationFrame(() => list.current?.scrollBy(0, list.current.scrollHeight - before))
    }
  }

  return (
    <div className="messages">
      <div className="message-list" ref={list} role="log" aria-live="off" aria-label={t('rooms.transcript')} tabIndex={0} data-testid="message-list">
        {hasEarlier(log) && <Button look="plain" busy={loading} onClick={() => void earlier()}>{t('rooms.earlier')}</Button>}
        <div className="message-run" ref={run}>
        {entries.map((entry, at) => (
          <div key={entry.sequence} className={aim === entry.sequence ? 'entry-aim' : undefined} data-at={entry.sequence}>
            {dayOf(entry.sentAt) !== dayOf(entries[at - 1]?.sentAt ?? '') && <p className="entry-day"><time dateTime={dayOf(entry.sentAt)}>{dayName(entry.sentAt, i18n.language)}</time></p>}
            {entry.sequence === firstUnread && <p className="entry-unread" data-testid="first-unread"><span>{t('rooms.firstUnread')}</span></p>}
            <MessageRow entry={entry} room={room} me={me} onReply={onReply} renderings={attached.get(entry.sequence)} interpreters={interpreters} goesOn={goesOn(entry, entries[at - 1]) && entry.sequence !== firstUnread} />
          </div>
        ))}
        {pending.map((item) => <PendingRow key={item.clientMessageId} item={item} />)}
        </div>
        {log.entries.length === 0 && pending.length === 0 && <p className="soft messages-empty">{t('rooms.noEntries')}</p>}
      </div>
      <div className="messages-top">
        <SearchRoom roomId={room.roomId} onHit={(sequence) => void jump(sequence)} />
      </div>
      {atEnd && firstUnread !== null && !unreadSeen && unreadAbove && (
        <Button compact className="to-unread" onClick={() => { setUnreadSeen(true); void jump(firstUnread) }} data-testid="to-unread">{t('rooms.toUnread')}</Button>
      )}
      {!atEnd && <Button compact className="to-end" onClick={toEnd}>{room.unread > 0 ? t('rooms.newBelow', { count: room.unread }) : t('rooms.toEnd')}</Button>}
      <Announcer log={log} me={me} where={spoken} />
    </div>
  )
}

/** Whether an entry lies further up than what is in view. */
function above(list: HTMLElement | null, sequence: number): boolean {
  const entry = list?.querySelector<HTMLElement>(`[data-at="${sequence}"]`)
  return !list || !entry ? false : entry.getBoundingClientRect().top < list.getBoundingClientRect().top
}

/** The first entry that was unread when the room was opened; it stays marked while the room is open. */
function useFirstUnread(room: RoomHandle, me: string): number | null {
  const read = useRef<number | null>(null)
  if (room.snapshot !== null && read.current === null) read.current = room.snapshot.room.myRead
  const found = useRef<number | null>(null)
  const from = read.current
  if (from === null || from === 0) return null
  const first = room.log.entries.find((entry) => entry.sequence > from && entry.authorId !== me && entry.kind !== 'System')?.sequence ?? null
  // What lies further up may have been let go since; only an earlier one that has been fetched takes its place.
  if (first !== null && (found.current === null || first < found.current)) found.current = first
  return found.current
}
