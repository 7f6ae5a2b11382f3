import { Suspense, useRef, useState, type ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { late } from '@/ui/late'
import { offered } from './upload'

const VoiceRecorder = late(() => import('./voice/voice-recorder'))

/** Camera, file and voice, one tap each. `small` shows the icons only, for the line beside the text. */
export function ExhibitPicker({ onFiles, small = false, disabled = false }: { onFiles: (files: File[]) => void; small?: boolean; disabled?: boolean }) {
  const { t } = useTranslation()
  const camera = useRef<HTMLInputElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const [speaking, setSpeaking] = useState(false)
  const picked = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])])
    event.target.value = ''
  }
  const look = { look: 'quiet' as const, disabled, className: small ? 'icon' : '' }
  return (
    <div className="row">
      <Button {...look} onClick={() => camera.current?.click()} aria-label={t('evidence.camera')}><Icon name="camera" />{!small && t('evidence.camera')}</Button>
      <Button {...look} onClick={() => files.current?.click()} aria-label={t('evidence.file')}><Icon name="file" />{!small && t('evidence.file')}</Button>
      <Button {...look} onClick={() => setSpeaking(true)} aria-label={t('evidence.voice')} data-testid="voice"><Icon name="mic" />{!small && t('evidence.voice')}</Button>
      {speaking && <Suspense fallback={null}><VoiceRecorder onFile={(file) => onFiles([file])} close={() => setSpeaking(false)} /></Suspense>}
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={picked} data-testid="camera-input" />
      <input ref={files} type="file" accept={offered} multiple hidden onChange={picked} data-testid="file-input" />
    </div>
  )
}
