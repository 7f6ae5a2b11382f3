import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/lib/api'
import { shortTime } from '@/lib/time'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Refused } from '@/ui/states'

interface Props {
  roomId: string
  onHit: (sequence: number) => void
  /** Not all of the room stands in the page: the browser's own search would miss what does not, so its keys open this one. */
  long?: boolean
}

/** Finds words in what one may see of the room; a hit leads to where it was said. */
export function SearchRoom({ roomId, onHit, long = false }: Props) {
  const { t, i18n } = useTranslation()
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const search = useMutation({ mutationFn: (asked: string) => api('POST /rooms/{id}/search', { path: { id: roomId }, body: { words: asked } }) })
  useEffect(() => {
    if (!long || open) return
    const find = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', find)
    return () => window.removeEventListener('keydown', find)
  }, [long, open])
  if (!open)
    return <Button look="quiet" compact className="icon search-open" aria-label={t('rooms.search.open')} title={t('rooms.search.open')} onClick={() => setOpen(true)} data-testid="search-open"><Icon name="search" size={18} /></Button>
  const close = () => {
    setOpen(false)
    search.reset()
  }
  return (
    <section className="room-search" role="search" aria-label={t('rooms.search.open')} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <form onSubmit={(event) => { event.preventDefault(); if (words.trim() !== '') search.mutate(words.trim()) }}>
        <input type="search" className="input" value={words} maxLength={100} autoFocus aria-label={t('rooms.search.words')} placeholder={t('rooms.search.words')} onChange={(event) => setWords(event.target.value)} data-testid="search-words" />
        <Button type="submit" compact busy={search.isPending} disabled={words.trim() === ''}>{t('rooms.search.find')}</Button>
        <Button look="plain" compact onClick={close}>{t('ui.close')}</Button>
      </form>
      <Refused error={search.error} />
      <div role="status">
        {search.data && search.data.hits.length === 0 && <p className="soft">{t('rooms.search.nothing')}</p>}
        {search.data?.more && <p className="soft small">{t('rooms.search.more')}</p>}
      </div>
      {search.data && (
        <ol className="plain search-hits" data-testid="search-hits">
          {search.data.hits.map((hit) => (
            <li key={hit.sequence}>
              <button type="button" className="search-hit" onClick={() => onHit(hit.sequence)}>
                <span className="soft small">{hit.authorName} · {shortTime(hit.sentAt, i18n.language)}</span>
                <span>{hit.before}<mark>{hit.match}</mark>{hit.after}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
