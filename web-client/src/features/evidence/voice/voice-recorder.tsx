import i18next from 'i18next'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Icon } from '@/ui/icon'
import { voiceNote as en } from './i18n.en'
import { voiceNote as zh } from './i18n.zh'
import { CannotRecord, longest, record, type Recording, type Running, type VoiceFault } from './recording'

i18next.addResourceBundle('zh-CN', 'translation', { voiceNote: zh }, true, true)
i18next.addResourceBundle('en', 'translation', { voiceNote: en }, true, true)

type State = { is: 'ready'; fault: VoiceFault | null } | { is: 'recording'; seconds: number } | { is: 'recorded'; recording: Recording; address: string }

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** Records up to two minutes, lets one listen, and only then hands over a file like any other. */
export default function VoiceRecorder({ onFile, close }: { onFile: (file: File) => void; close: () => void }) {
  const { t } = useTranslation()
  const [state, setState] = useState<State>({ is: 'ready', fault: null })
  const running = useRef<Running | null>(null)
  const failed = (error: unknown) => {
    if (!(error instanceof CannotRecord)) throw error
    setState({ is: 'ready', fault: error.fault })
  }
  const stop = async () => {
    const now = running.current
    running.current = null
    if (!now) return
    try {
      const recording = await now.stop()
      setState({ is: 'recorded', recording, address: URL.createObjectURL(recording.blob) })
    } catch (error) {
      failed(error)
    }
  }
  const start = async () => {
    try {
      running.current = await record(() => void end.current())
      setState({ is: 'recording', seconds: 0 })
    } catch (error) {
      failed(error)
    }
  }
  const end = useRef(stop)
  end.current = stop
  const recording = state.is === 'recording'
  useEffect(() => {
    if (!recording) return
    const began = performance.now()
    const timer = setInterval(() => {
      const seconds = Math.floor((performance.now() - began) / 1_000)
      if (seconds >= longest) void end.current()
      // A tick may come after the end and before it is drawn.
      else setState((now) => (now.is === 'recording' ? { is: 'recording', seconds } : now))
    }, 250)
    return () => clearInterval(timer)
  }, [recording])
  useEffect(() => () => running.current?.drop(), [])
  const address = state.is === 'recorded' ? state.address : null
  useEffect(() => () => {
    if (address !== null) URL.revokeObjectURL(address)
  }, [address])
  const send = ({ blob, seconds, extension }: Recording) => {
    onFile(new File([blob], `${t('voiceNote.name', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}${extension}`, { type: blob.type }))
    close()
  }
  return (
    <Dialog open title={t('voiceNote.title')} close={close}>
      <div className="stack" data-testid="voice-recorder" data-state={state.is}>
        {state.is === 'ready' && <p>{t('voiceNote.lead')}</p>}
        {state.is === 'ready' && state.fault && <p className="notice stop" role="alert">{t(`voiceNote.${state.fault}`)}</p>}
        {state.is === 'ready' && <Button onClick={() => void start()} data-testid="voice-start"><Icon name="mic" /> {t('voiceNote.start')}</Button>}
        {state.is === 'recording' && <p className="voice-running number" role="timer"><i aria-hidden="true" /> {t('voiceNote.recording', { time: clock(state.seconds) })}</p>}
        {state.is === 'recording' && <Button onClick={() => void stop()} data-testid="voice-stop"><Icon name="stop" /> {t('voiceNote.stop')}</Button>}
        {state.is === 'recorded' && <audio className="exhibit-voice" controls src={state.address} aria-label={t('voiceNote.listen')} data-testid="voice-listen" />}
        {state.is === 'recorded' && (
          <div className="row">
            <Button onClick={() => send(state.recording)} data-testid="voice-send"><Icon name="send" /> {t('voiceNote.send')} {clock(state.recording.seconds)}</Button>
            <Button look="quiet" onClick={() => setState({ is: 'ready', fault: null })}>{t('voiceNote.again')}</Button>
          </div>
        )}
      </div>
    </Dialog>
  )
}
