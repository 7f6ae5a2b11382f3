import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngine, type RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { NoDevice, openDevices, type DeviceFault } from './devices'
import type { CallNow, CallSession } from './session'
import { Tile } from './tile'

/** The pictures of all who are in the call, and the three buttons that matter. */
export function InCall({ session, now, room }: { session: CallSession; now: CallNow; room: RoomHandle }) {
  const { t } = useTranslation()
  const engine = useEngine()
  const [small, setSmall] = useState(false)
  const [fault, setFault] = useState<DeviceFault | null>(null)
  const members = room.snapshot?.members ?? []
  const nameOf = (personId: string) => members.find((member) => member.personId === personId)?.name ?? ''
  const hears = session.hears('audio')
  const sees = session.hears('video')

  const opened = async (kind: 'audio' | 'video') => {
    try {
      const stream = await openDevices({ camera: kind === 'video' ? '' : null, microphone: kind === 'audio' ? '' : null })
      setFault(null)
      await session.setTrack(kind, stream.getTracks()[0] ?? null)
    } catch (error) {
      setFault(error instanceof NoDevice ? error.fault : 'unknown')
    }
  }
  const microphone = () => (now.own.getAudioTracks().length > 0 ? session.setAudio(!hears) : opened('audio'))
  const camera = () => (sees ? session.setTrack('video', null) : opened('video'))
  const mute = (personId: string) => { engine.hub().muteInCall({ roomId: room.roomId, personId }).catch(() => undefined) } // not muted is seen on the tile
  return (
    <div className="call-in" data-small={small} data-held={now.held}>
      {now.held && <p className="notice wait" role="status" data-testid="call-held">{t('rooms.call.held')}</p>}
      {now.muted && !hears && <p className="notice wait" role="status" data-testid="call-muted">{t('rooms.call.muted')}</p>}
      {fault && <p className="notice stop" role="alert">{t(`rooms.call.fault.${fault}`)}</p>}
      <ul className="plain call-tiles" data-count={now.others.length + 1}>
        {now.others.map((other) => (
          <Tile
            key={other.seat} name={nameOf(other.personId)} stream={other.stream} sees={other.video} hears={other.audio} muted={other.muted} connected={other.connected}
            {...(room.snapshot?.mayPreside && other.audio ? { mute: () => mute(other.personId) } : {})}
          />
        ))}
        <Tile name={t('rooms.call.me')} stream={now.own} own sees={sees} hears={hears} muted={now.muted && !hears} connected />
      </ul>
      {now.others.length === 0 && !now.held && <p className="soft small call-alone" role="status">{t('rooms.call.alone')}</p>}
      <div className="call-controls" role="group" aria-label={t('rooms.call.title')}>
        <Button look={hears ? 'quiet' : 'plain'} onClick={() => void microphone()} data-testid="call-mic"><Icon name={hears ? 'mic' : 'mic-off'} /> <span>{t(hears ? 'rooms.call.micOn' : 'rooms.call.micOffDo')}</span></Button>
        <Button look={sees ? 'quiet' : 'plain'} onClick={() => void camera()} data-testid="call-cam"><Icon name={sees ? 'video' : 'video-off'} /> <span>{t(sees ? 'rooms.call.camOn' : 'rooms.call.camOffDo')}</span></Button>
        <Button look="stop" onClick={session.leave} data-testid="call-leave"><Icon name="hangup" /> <span>{t('rooms.call.leave')}</span></Button>
        <button type="button" className="link call-fold" aria-expanded={!small} onClick={() => setSmall(!small)} data-testid="call-fold"><Icon name="down" /><span>{t(small ? 'rooms.call.expand' : 'rooms.call.collapse')}</span></button>
      </div>
    </div>
  )
}
