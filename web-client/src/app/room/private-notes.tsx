import { useEffect, useRef, useState } from 'react'
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
  useEffect(() => {
    get<{ text: string }>('notes', [personId, roomId]).then((kept) => setText((now) => now || (kept?.text ?? '')), () => setState('failed'))
  }, [personId, roomId])
  const write = (next: string) => {
    setText(next)
    setState('')
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = setTimeout(() => void put('notes', { personId, roomId, text: next }).then(() => setState('saved'), () => setState('failed')), 300)
  }
  return (
    <section className="card flat stack tight">
      <TextArea label={t('rooms.lobby.notes')} hint={t('rooms.lobby.notesHint')} rows={5} value={text} onChange={(event) => write(event.target.value)} data-testid="notes" />
      <span className="small soft" role="status">{state === 'saved' ? t('rooms.lobby.saved') : state === 'failed' ? t('rooms.storageFailed') : ' '}</span>
    </section>
  )
}
