import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EntryView } from '@/contracts/realtime'
import { addressOf } from '@/lib/api'
import { fullTime } from '@/lib/time'
import { hasEarlier, type RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { bodyType } from './bodies'
import { quoteOf } from './message-row'

/** A file of the room as this person may see it, whole or of chosen entries, that anybody can verify without us. */
export function TranscriptFile({ room, className = 'button plain compact' }: { room: RoomHandle; className?: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  if (room.snapshot?.room.myStanding !== 'Admitted' || room.log.entries.length === 0) return null
  return (
    <>
      <button type="button" className={className} onClick={() => setOpen(true)} data-testid="transcript-open">{t('rooms.file.open')}</button>
      <Dialog title={t('rooms.file.title')} open={open} close={() => setOpen(false)} testId="transcript-dialog">
        <Choice room={room} close={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function Choice({ room, close }: { room: RoomHandle; close: () => void }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const file = (entries?: string) => addressOf('/rooms/{roomId}/transcript', { path: { roomId: room.roomId }, query: { entries } })
  const toggle = (sequence: number) => setChosen((now) => {
    const next = new Set(now)
    if (!next.delete(sequence)) next.add(sequence)
    return next
  })
  return (
    <div className="stack">
      <p>{t('rooms.file.text')} <Link to="/verify" target="_blank" rel="noopener">{t('rooms.file.verify')}</Link></p>
      <a className="button whole" href={file()} download data-testid="transcript-whole">{t('rooms.file.whole')}</a>
      <details className="stack">
        <summary data-testid="transcript-some">{t('rooms.file.some')}</summary>
        <p className="soft">{t('rooms.file.someText')}</p>
        <fieldset className="transcript-choice">
          <legend className="unseen">{t('rooms.file.some')}</legend>
          {hasEarlier(room.log) && <Button look="plain" compact onClick={() => void room.loadEarlier()}>{t('rooms.earlier')}</Button>}
          {room.log.entries.filter((entry) => entry.kind !== 'System').map((entry) => (
            <Entry key={entry.sequence} entry={entry} checked={chosen.has(entry.sequence)} toggle={toggle} />
          ))}
        </fieldset>
        {chosen.size > 0 && <a className="button quiet whole" href={file([...chosen].sort((a, b) => a - b).join(','))} download data-testid="transcript-chosen">{t('rooms.file.chosen', { count: chosen.size })}</a>}
      </details>
      <Button look="plain" onClick={close} data-testid="transcript-close">{t('rooms.file.close')}</Button>
    </div>
  )
}

function Entry({ entry, checked, toggle }: { entry: EntryView; checked: boolean; toggle: (sequence: number) => void }) {
  const { t, i18n } = useTranslation()
  return (
    <label>
      <input type="checkbox" checked={checked} onChange={() => toggle(entry.sequence)} data-testid="transcript-entry" data-sequence={entry.sequence} />
      <span>
        <span className="soft small">{entry.sequence} · {entry.authorName} · {fullTime(entry.sentAt, i18n.language)}</span><br />
        {bodyType(entry) === 'erased' ? t('rooms.erased') : quoteOf(entry, t('rooms.attachment'))}
      </span>
    </label>
  )
}
