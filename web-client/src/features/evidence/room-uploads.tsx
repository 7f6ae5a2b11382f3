import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isEnglish, sentenceOf } from '@/lib/sentence'
import { uuid7 } from '@/lib/uuid7'
import { uploadExhibit } from './upload'

interface Sending {
  id: string
  file: File
  error: unknown
}

/** Files on their way into a room. A failed one stays, with its reason, and goes again under the same id. */
export function useRoomUploads(roomId: string) {
  const [sending, setSending] = useState<readonly Sending[]>([])
  const go = useCallback(async ({ id, file }: Sending) => {
    setSending((now) => now.map((one) => (one.id === id ? { ...one, error: null } : one)))
    try {
      await uploadExhibit(file, { roomId, clientMessageId: id })
      setSending((now) => now.filter((one) => one.id !== id))
    } catch (error) {
      setSending((now) => now.map((one) => (one.id === id ? { ...one, error } : one)))
    }
  }, [roomId])
  const send = useCallback((files: File[]) => {
    const more = files.map((file) => ({ id: uuid7(), file, error: null }))
    setSending((now) => [...now, ...more])
    for (const one of more) void go(one)
  }, [go])
  const drop = useCallback((id: string) => setSending((now) => now.filter((one) => one.id !== id)), [])
  return { sending, send, again: (one: Sending) => void go(one), drop }
}

export function UploadsOnTheirWay({ uploads }: { uploads: ReturnType<typeof useRoomUploads> }) {
  const { t, i18n } = useTranslation()
  if (uploads.sending.length === 0) return null
  return (
    <ul className="plain uploads" lang={isEnglish(i18n.language) ? 'en' : 'zh-CN'}>
      {uploads.sending.map((one) => (
        <li key={one.id} className={one.error ? 'notice stop' : 'notice'} data-testid="upload">
          <span>{one.file.name} {one.error ? sentenceOf(one.error, i18n.language) : t('evidence.sending')}</span>
          {one.error ? (
            <span>
              <button type="button" className="link" onClick={() => uploads.again(one)}>{t('ui.again')}</button>
              <button type="button" className="link" onClick={() => uploads.drop(one.id)} data-testid="upload-remove">{t('ui.remove')}</button>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
