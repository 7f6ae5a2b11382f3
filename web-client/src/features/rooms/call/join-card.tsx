import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { Select } from '@/ui/field'
import { Loading, Refused } from '@/ui/states'
import type { Device } from './devices'
import { useDevices } from './use-devices'
import { Video } from './video'

interface Props {
  room: RoomHandle
  join: (own: MediaStream) => Promise<void>
  error: unknown
  cancel: () => void
  over: boolean
}

/** Before joining: what the others will see, with which devices, and what becomes of it. */
export function JoinCard({ room, join, error, cancel, over }: Props) {
  const { t } = useTranslation()
  const own = useDevices()
  const [busy, setBusy] = useState(false)
  const view = room.snapshot
  if (!view) return null
  const { wanted, stream, fault } = own
  const go = async () => {
    if (!stream) return
    setBusy(true)
    own.handOver()
    try {
      await join(stream)
    } finally {
      setBusy(false)
      own.choose({ ...wanted }) // refused: the stream is closed, a new preview is opened; else this card is gone
    }
  }
  return (
    <div className="call-ready" data-testid="call-ready">
      <h3>{t('rooms.call.ready')}</h3>
      <div className="call-preview" data-empty={!stream || wanted.camera === null}>
        {stream && wanted.camera !== null ? <Video stream={stream} own label={t('rooms.call.preview')} /> : !stream && !fault ? <Loading what={t('rooms.call.opening')} /> : <p className="soft">{t('rooms.call.noPreview')}</p>}
      </div>
      <div className="call-choices">
        {fault && (
          <div className="notice stop" role="alert" data-testid="call-fault" data-fault={fault}>
            <p>{t(`rooms.call.fault.${fault}`)} {t('rooms.call.textGoesOn')}</p>
            {fault !== 'insecure' && fault !== 'unsupported' && (
              <p className="row">
                <Button compact look="quiet" onClick={() => own.choose({ ...wanted })}>{t('rooms.call.retry')}</Button>
                {wanted.camera !== null && <Button compact look="quiet" onClick={() => own.choose({ camera: null, microphone: '' })} data-testid="call-voice">{t('rooms.call.voiceOnly')}</Button>}
                <Button compact look="quiet" onClick={() => own.choose({ camera: null, microphone: null })} data-testid="call-listen">{t('rooms.call.listen')}</Button>
              </p>
            )}
          </div>
        )}
        <Choose kind="camera" value={wanted.camera} devices={own.devices} choose={(camera) => own.choose({ ...wanted, camera })} />
        <Choose kind="microphone" value={wanted.microphone} devices={own.devices} choose={(microphone) => own.choose({ ...wanted, microphone })} />
        <ul className="call-told small">
          <li>{t('rooms.call.consent')}</li>
          <li>{t('rooms.call.seen', { names: view.seenBy.join(t('ui.comma')) })}</li>
          {view.room.kind === 'Caucus' && <li>{t('rooms.call.seenCaucus')}</li>}
          <li>{t('rooms.call.moves')}</li>
        </ul>
        <Refused error={error} />
        <div className="row call-go">
          <Button onClick={() => void go()} busy={busy} disabled={!stream || over} data-testid="call-join-now">{t(busy ? 'rooms.call.joining' : 'rooms.call.joinNow')}</Button>
          <Button look="quiet" onClick={cancel} data-testid="call-cancel">{t('rooms.call.cancel')}</Button>
        </div>
      </div>
    </div>
  )
}

function Choose({ kind, value, devices, choose }: { kind: Device['kind']; value: string | null; devices: readonly Device[]; choose: (id: string | null) => void }) {
  const { t } = useTranslation()
  const none = 'none'
  const mine = devices.filter((device) => device.kind === kind && device.id !== 'default')
  return (
    <Select label={t(`rooms.call.${kind}`)} value={value ?? none} onChange={({ currentTarget }) => choose(currentTarget.value === none ? null : currentTarget.value)} data-testid={`call-${kind}`}>
      <option value="">{t('rooms.call.any')}</option>
      {mine.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      <option value={none}>{t('rooms.call.none')}</option>
    </Select>
  )
}
