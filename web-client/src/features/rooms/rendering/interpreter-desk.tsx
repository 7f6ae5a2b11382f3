import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { uuid7 } from '@/lib/uuid7'
import { useComposer, useEngine, type RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import { textOf } from '../message-row'
import { SeenBy } from '../seen-by'
import { languageName } from './rendering'
import { useAttached, useInterpreters, waitsForRendering } from './use-renderings'

/** The interpreter's own place: what waits, oldest first; pick, write, on to the next. Nothing typed is lost by a reload. For words of his own he turns to the composer. */
export function InterpreterDesk({ room, speaking, setSpeaking }: { room: RoomHandle; speaking: boolean; setSpeaking: (now: boolean) => void }) {
  const { t } = useTranslation()
  const { personId } = useEngine()
  const interpreters = useInterpreters(room)
  const { entries, attached } = useAttached(room.log.entries)
  const [picked, setPicked] = useState<number | null>(null)
  const mine = interpreters.data?.find((one) => one.personId === personId)
  if (!mine) return null
  const waiting = entries.filter((entry) => waitsForRendering(entry, attached.get(entry.sequence) ?? [], [mine]))
  const at = Math.max(0, waiting.findIndex((entry) => entry.sequence === picked))
  const entry = waiting[at]
  return (
    <section className="interpreter-desk no-print" aria-label={t('guests.rendering.desk')} data-testid="interpreter-desk">
      <div className="row apart">
        <b data-testid="rendering-count">{t('guests.rendering.count', { count: waiting.length })}</b>
        <span className="row tight">
          {!speaking && waiting.length > 1 && <>
            <Button look="plain" compact disabled={at === 0} onClick={() => setPicked(waiting[at - 1]?.sequence ?? null)}>{t('guests.rendering.before')}</Button>
            <Button look="plain" compact disabled={at === waiting.length - 1} onClick={() => setPicked(waiting[at + 1]?.sequence ?? null)} data-testid="rendering-skip">{t('guests.rendering.after')}</Button>
          </>}
          <Button look="plain" compact onClick={() => setSpeaking(!speaking)} data-testid="interpreter-speaks">{t(speaking ? 'guests.rendering.toDesk' : 'guests.rendering.speak')}</Button>
        </span>
      </div>
      {!speaking && room.snapshot && <SeenBy names={room.snapshot.seenBy} kind={room.snapshot.room.kind} />}
      {!speaking && entry && <Render key={entry.sequence} room={room} entry={entry} languages={mine.languages} />}
    </section>
  )
}

/** The likelier one: words in Chinese go into another language, others into Chinese. */
const likelyInto = (text: string, languages: readonly string[]): string =>
  (/\p{Script=Han}/u.test(text) ? languages.find((one) => one !== 'zh') : languages.find((one) => one === 'zh')) ?? languages[0] ?? ''

function Render({ room, entry, languages }: { room: RoomHandle; entry: EntryView; languages: readonly string[] }) {
  const { t, i18n } = useTranslation()
  const words = textOf(entry) ?? ''
  const [language, setLanguage] = useState(() => likelyInto(words, languages))
  const { draft, setDraft } = useComposer(`${room.roomId}/rendering/${entry.sequence}`)
  // The same words sent again after a lost answer are the same rendering; other words are another.
  const sent = useRef({ id: '', words: '' })
  const post = useMutation({
    mutationFn: () => {
      const now = `${language} ${draft.trim()}`
      if (sent.current.words !== now) sent.current = { id: uuid7(), words: now }
      return api('POST /rooms/{roomId}/entries/{sequence}/renderings', { path: { roomId: room.roomId, sequence: String(entry.sequence) }, body: { clientMessageId: sent.current.id, language, text: draft.trim() } })
    },
    onSuccess: () => setDraft(''),
  })
  const may = (room.snapshot?.mayPost ?? false) && draft.trim() !== '' && draft.length <= 4_000
  return (
    <form className="stack tight" onSubmit={(event) => { event.preventDefault(); if (may && !post.isPending) post.mutate() }}>
      <blockquote className="entry-quote interpreter-original" data-testid="rendering-original">{t('ui.colon', { before: entry.authorName, after: words })}</blockquote>
      <div className="interpreter-line">
        <select className="input" value={language} aria-label={t('guests.rendering.into')} onChange={(event) => setLanguage(event.target.value)} data-testid="rendering-language">
          {languages.map((code) => <option key={code} value={code}>{languageName(code, i18n.language)}</option>)}
        </select>
        <textarea className="input" rows={2} lang={language} value={draft} aria-label={t('guests.rendering.write', { language: languageName(language, i18n.language) })} placeholder={t('guests.rendering.write', { language: languageName(language, i18n.language) })} onChange={(event) => setDraft(event.target.value)} data-testid="rendering-draft" />
        <Button type="submit" busy={post.isPending} disabled={!may} data-testid="rendering-post">{t('guests.rendering.post')}</Button>
      </div>
      <Refused error={post.error} />
    </form>
  )
}
