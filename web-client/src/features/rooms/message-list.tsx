import { memo, Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '@/contracts/realtime'
import { useAloud } from '@/lib/preferences'
import { dayName, dayOf } from '@/lib/time'
import { hasEarlier, lastOf, useEngine, type RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { late } from '@/ui/late'
import { Announcer } from './announcer'
import { inConfidence } from './in-confidence'
import { MessageRow, textOf } from './message-row'
import { PendingRow } from './pending-row'
import { useAttached, useInterpreters } from './rendering/use-renderings'
import { goesOn, rowOf, startsDay } from './rows'
import { SearchRoom } from './search-room'
import { useFollowing } from './use-following'
import { useHold } from './use-hold'
import { useJump } from './use-jump'
import { useReadingBack } from './use-reading-back'
import { useRows, type PlacedRow } from './use-rows'

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

const ReadNew = late(() => import('@/ui/aloud/read-new'))

/** The transcript as this person may see it: only the contiguous run, newest below, the first unread entry marked, days apart. Whoever writes below it does not draw it again. */
export const MessageList = memo(List)

function List({ room, onReply, attentive = true, goTo = null, spoken }: Props) {
  const { t, i18n } = useTranslation()
  const { personId: me } = useEngine()
  const aloud = useAloud()
  const list = useRef<HTMLDivElement>(null)
  const run = useRef<HTMLDivElement>(null)
  const { log, pending, markRead, forgetEarlier } = room
  const { entries, attached } = useAttached(log.entries)
  const interpreters = useInterpreters(room).data
  const last = lastOf(log)
  const keyOf = useCallback((index: number) => entries[index]?.sequence ?? pending[index - entries.length]?.clientMessageId ?? index, [entries, pending])
  const { rows, placed, height, focus } = useRows(list, run, entries.length + pending.length, keyOf, hasEarlier(log))
  const { atEnd, follow, toEnd, stay, arrived, isFollowing } = useFollowing(list, run)
  // What is measured above the view moves what the reader has before him, unless the end is held anyhow.
  rows.shouldAdjustScrollPositionOnItemSizeChange = (item, _, { scrollOffset }) => !isFollowing() && item.start < (scrollOffset ?? 0)
  const hold = useHold(list, rows)
  const indexOf = (sequence: number) => rowOf(log.entries, entries, sequence)
  const firstUnread = useFirstUnread(room, me)
  const { earlier, loading } = useReadingBack(room, list, hold, indexOf)
  const { jump, aim } = useJump(room, list, { stay, arrived, hold, indexOf }, goTo)
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

  // At once: the browser's own slow scrolling would end where the end was before the rows on the way were measured.
  const keyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || (event.key !== 'End' && event.key !== 'Home')) return
    event.preventDefault()
    if (event.key === 'End') toEnd()
    else list.current?.scrollTo({ top: 0 })
  }

  const row = ({ index, top }: PlacedRow) => {
    const entry = entries[index]
    const item = pending[index - entries.length]
    const place = { 'data-index': index, ref: rows.measureElement, style: top === null ? undefined : { top } }
    if (entry === undefined) return item && <div key={item.clientMessageId} className="message-row" {...place}><PendingRow item={item} /></div>
    const before = entries[index - 1]
    const on = goesOn(entry, before) && entry.sequence !== firstUnread
    return (
      <div key={entry.sequence} className={`message-row${on ? ' on' : ''}${aim === entry.sequence ? ' entry-aim' : ''}`} data-at={entry.sequence} {...place}>
        {startsDay(entry, before) && <p className="entry-day"><time dateTime={dayOf(entry.sentAt)}>{dayName(entry.sentAt, i18n.language)}</time></p>}
        {entry.sequence === firstUnread && <p className="entry-unread" data-testid="first-unread"><span>{t('rooms.firstUnread')}</span></p>}
        <MessageRow entry={entry} room={room} me={me} onReply={onReply} renderings={attached.get(entry.sequence)} interpreters={interpreters} goesOn={on} />
      </div>
    )
  }

  return (
    <div className="messages">
      <div className="message-list" ref={list} role="log" aria-live="off" aria-label={t('rooms.transcript')} tabIndex={0} onKeyDown={keyDown} data-testid="message-list">
        {hasEarlier(log) && <Button look="plain" busy={loading} onClick={() => void earlier()} data-testid="earlier">{t('rooms.earlier')}</Button>}
        <div className={`message-run${height === undefined ? '' : ' placed'}`} ref={run} style={height === undefined ? undefined : { height }} {...focus}>
          {placed.map(row)}
        </div>
        {log.entries.length === 0 && pending.length === 0 && <p className="soft messages-empty">{t('rooms.noEntries')}</p>}
      </div>
      <div className="messages-top">
        {aloud && <Suspense fallback={null}><ReadNew newest={newestOf(log.entries, me)} inConfidence={inConfidence(room.snapshot?.room.kind)} /></Suspense>}
        <SearchRoom roomId={room.roomId} long={height !== undefined} onHit={(sequence) => void jump(sequence)} />
      </div>
      {atEnd && firstUnread !== null && !unreadSeen && unreadAbove && (
        <Button compact className="to-unread" onClick={() => { setUnreadSeen(true); void jump(firstUnread) }} data-testid="to-unread">{t('rooms.toUnread')}</Button>
      )}
      {!atEnd && <Button compact className="to-end" onClick={toEnd} data-testid="to-end">{room.unread > 0 ? t('rooms.newBelow', { count: room.unread }) : t('rooms.toEnd')}</Button>}
      <Announcer log={log} me={me} where={spoken} />
    </div>
  )
}

/** The newest words of somebody else. */
function newestOf(entries: readonly EntryView[], me: string): { at: number; text: string } | null {
  const newest = entries.findLast((entry) => entry.authorId !== me && textOf(entry) !== null)
  return newest ? { at: newest.sequence, text: `${newest.authorName}：${textOf(newest) ?? ''}` } : null
}

/** Whether an entry lies further up than what is in view. Of a long list, what does not stand in the page while its end is in view lies above. */
function above(list: HTMLElement | null, sequence: number): boolean {
  if (!list) return false
  const entry = list.querySelector<HTMLElement>(`.message-row[data-at="${sequence}"]`)
  return entry ? entry.getBoundingClientRect().top < list.getBoundingClientRect().top : list.querySelector('.message-run.placed') !== null
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
