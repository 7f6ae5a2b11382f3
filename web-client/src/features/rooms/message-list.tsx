import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '@/contracts/realtime'
import { hasEarlier, lastOf, useEngine, type RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { Announcer } from './announcer'
import { MessageRow } from './message-row'
import { PendingRow } from './pending-row'
import { useFollowing } from './use-following'

interface Props {
  room: RoomHandle
  onReply?: (entry: EntryView) => void
  /** False in a pane that is open but not the one being worked in: nothing is marked as read there. */
  attentive?: boolean
}

/** The transcript as this person may see it: only the contiguous run, newest below, the first unread entry marked. */
export function MessageList({ room, onReply, attentive = true }: Props) {
  const { t } = useTranslation()
  const { personId: me } = useEngine()
  const list = useRef<HTMLDivElement>(null)
  const { log, pending, markRead } = room
  const last = lastOf(log)
  const run = useRef<HTMLDivElement>(null)
  const { atEnd, follow, toEnd } = useFollowing(list, run)
  const firstUnread = useFirstUnread(room, me)
  const [loading, setLoading] = useState(false)

  useLayoutEffect(() => follow(), [follow, last, pending.length])
  useEffect(() => {
    const mark = () => attentive && atEnd && document.visibilityState === 'visible' && markRead()
    mark()
    document.addEventListener('visibilitychange', mark)
    return () => document.removeEventListener('visibilitychange', mark)
  }, [attentive, atEnd, last, markRead])

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
        {log.entries.map((entry) => (
          <div key={entry.sequence}>
            {entry.sequence === firstUnread && <p className="entry-unread" data-testid="first-unread"><span>{t('rooms.firstUnread')}</span></p>}
            <MessageRow entry={entry} room={room} me={me} onReply={onReply} />
          </div>
        ))}
        {pending.map((item) => <PendingRow key={item.clientMessageId} item={item} />)}
        </div>
        {log.entries.length === 0 && pending.length === 0 && <p className="soft messages-empty">{t('rooms.noEntries')}</p>}
      </div>
      {!atEnd && <Button compact className="to-end" onClick={toEnd}>{room.unread > 0 ? t('rooms.newBelow', { count: room.unread }) : t('rooms.toEnd')}</Button>}
      <Announcer entries={log.entries} me={me} />
    </div>
  )
}

/** The first entry that was unread when the room was opened; it stays marked while the room is open. */
function useFirstUnread(room: RoomHandle, me: string): number | null {
  const read = useRef<number | null>(null)
  if (room.snapshot !== null && read.current === null) read.current = room.snapshot.room.myRead
  const from = read.current
  if (from === null || from === 0) return null
  return room.log.entries.find((entry) => entry.sequence > from && entry.authorId !== me && entry.kind !== 'System')?.sequence ?? null
}
