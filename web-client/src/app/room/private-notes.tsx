import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { get, put } from '@/lib/stored'
import { useEngine } from '@/realtime'
import { TextArea } from '@/ui/field'

/** Notes that never leave this device. */
export function PrivateNotes({ roomId }: { roomId: string }) {
  const { t } = useTranslation()
  const { personId } = useEngine()
  const [text, setText] = useState('')
  const [state, setState] = useState<'' | 'saved' | 'failed'>('')
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const latest = useRef('')
  const save = useCallback(() => {
    if (timer.current === null) return
    clearTimeout(timer.current)
    timer.current = null
    void put('notes', { personId, roomId, text: latest.current }).then(() => setState('saved'), () => setState('failed'))
  }, [personId, roomId])
  useEffect(() => save, [save])
  useEffect(() => {
    get<{ text: string }>('notes', [personId, roomId]).then((kept) => setText((now) => now || (kept?.text ?? '')), () => setState('failed'))
  }, [personId, roomId])
  const write = (next: string) => {
    setText(next)
    setState('')
    latest.current = next
    timer.current ??= setTimeout(save, 300)
  }
  return (
    <section className="card flat stack tight">
      <TextArea label={t('rooms.lobby.notes')} hint={t('rooms.lobby.notesHint')} rows={5} value={text} onChange={(event) => write(event.target.value)} data-testid="notes" />
      <span className="small soft" role="status">{state === 'saved' ? t('rooms.lobby.saved') : state === 'failed' ? t('rooms.storageFailed') : ' '}</span>
    </section>
  )
}
