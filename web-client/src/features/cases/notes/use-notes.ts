import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '@/lib/api'
import { forgetLastWords, keepLastWords, lastWords } from '@/lib/last-words'
import { Refusal } from '@/lib/refusal'

export type NotesPhase = 'loading' | 'saved' | 'writing' | 'saving' | 'retrying' | 'conflict' | 'failed'

export interface NotesHandle {
  readonly text: string
  readonly phase: NotesPhase
  readonly error: unknown
  /** What another page of the same mediator has written meanwhile. */
  readonly theirs: string | null
  readonly write: (text: string) => void
  readonly retry: () => void
  readonly settle: (which: 'mine' | 'theirs' | 'both') => void
}

const saveAfter = 700
const retryAfter = 4_000

/** The mediator's notes of one case: saved by themselves, kept for a moment on this device when the page goes, never overwritten unseen. */
export function useNotes(caseId: string, personId: string): NotesHandle {
  const [text, setText] = useState('')
  const [phase, setPhase] = useState<NotesPhase>('loading')
  const [error, setError] = useState<unknown>(null)
  const [theirs, setTheirs] = useState<{ text: string; version: number } | null>(null)
  const now = useRef({ text: '', version: 0, dirty: false, busy: false, gone: false, timer: undefined as ReturnType<typeof setTimeout> | undefined })
  const dirty = () => now.current.dirty
  const key = `notes.${personId}.${caseId}`

  const save = useCallback(async (): Promise<void> => {
    const it = now.current
    clearTimeout(it.timer)
    if (it.busy || !it.dirty) return
    Object.assign(it, { busy: true, dirty: false })
    const sent = it.text
    const tell = (next: NotesPhase, problem: unknown = null) => { if (!it.gone) { setPhase(next); setError(problem) } }
    tell('saving')
    try {
      it.version = (await api('PUT /cases/{caseId}/notes', { path: { caseId }, body: { basedOn: it.version, text: sent } })).version
      if (!dirty()) forgetLastWords(key)
      tell(dirty() ? 'writing' : 'saved')
    } catch (problem) {
      it.dirty = true
      if (problem instanceof Refusal && problem.code === 'cases.notes-changed') {
        const kept = await api('GET /cases/{caseId}/notes', { path: { caseId } }).catch(() => null)
        if (kept) { it.dirty = false; setTheirs({ text: kept.text, version: kept.version }) }
        tell(kept ? 'conflict' : 'retrying', problem)
      } else {
        tell(problem instanceof Refusal ? 'failed' : 'retrying', problem)
        if (!(problem instanceof Refusal)) it.timer = setTimeout(() => void save(), retryAfter)
      }
      return
    } finally {
      it.busy = false
    }
    if (dirty()) await save()
  }, [caseId, key])

  const write = useCallback((next: string) => {
    const it = now.current
    Object.assign(it, { text: next, dirty: true })
    setText(next)
    setPhase('writing')
    clearTimeout(it.timer)
    it.timer = setTimeout(() => void save(), saveAfter)
  }, [save])

  const load = useCallback(() => {
    setPhase('loading')
    api('GET /cases/{caseId}/notes', { path: { caseId } }).then((kept) => {
      const it = now.current
      if (it.gone) return
      Object.assign(it, { text: kept.text, version: kept.version })
      setText(kept.text)
      setPhase('saved')
      const last = lastWords(key)['']
      const [, basedOn, words] = /^(\d+)\n([\s\S]*)$/.exec(last ?? '') ?? []
      if (words === undefined || words === kept.text) return
      // Typed just before the page was gone; when another page has written since, both are shown.
      if (Number(basedOn) === kept.version) {
        write(words)
        return
      }
      it.text = words
      setText(words)
      setTheirs({ text: kept.text, version: kept.version })
      setPhase('conflict')
    }, (problem: unknown) => { setPhase('failed'); setError(problem) })
  }, [caseId, key, write])

  useEffect(() => {
    const it = now.current
    it.gone = false
    load()
    const leave = () => {
      if (!it.dirty && !it.busy) return
      keepLastWords(key, `${it.version}\n${it.text}`)
      void save()
    }
    // What another device has written is fetched when one comes back to this page.
    const back = () => { if (document.visibilityState === 'visible' && !it.dirty && !it.busy && it.version > 0) void api('GET /cases/{caseId}/notes', { path: { caseId } }).then((kept) => { if (!dirty() && !it.busy && kept.version > it.version) { Object.assign(it, kept); setText(kept.text) } }, () => undefined) }
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', back)
    return () => {
      leave()
      it.gone = true
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', back)
    }
  }, [caseId, key, load, save])

  const settle = useCallback((which: 'mine' | 'theirs' | 'both') => {
    if (theirs === null) return
    now.current.version = theirs.version
    setTheirs(null)
    if (which === 'theirs') {
      Object.assign(now.current, { text: theirs.text, dirty: false })
      setText(theirs.text)
      setPhase('saved')
      forgetLastWords(key)
    } else {
      write(which === 'both' ? `${theirs.text}\n————\n${now.current.text}` : now.current.text)
    }
  }, [theirs, write, key])
  return { text, phase, error, theirs: theirs?.text ?? null, write, retry: phase === 'failed' && now.current.dirty ? () => void save() : load, settle }
}
