import { useTranslation } from 'react-i18next'
import { Icon } from '@/ui/icon'
import { Video } from './video'

interface Props {
  name: string
  stream: MediaStream
  own?: boolean
  sees: boolean
  hears: boolean
  muted: boolean
  connected: boolean
  mute?: () => void
}

/** One person of the call. What is off is said in words, for the eye and for the ear. */
export function Tile({ name, stream, own = false, sees, hears, muted, connected, mute }: Props) {
  const { t } = useTranslation()
  const state = !connected ? t('rooms.call.connecting') : muted ? t('rooms.call.mutedTile') : !hears ? t('rooms.call.micOff') : ''
  return (
    <li className="call-tile" data-testid="call-tile" data-person={name} data-own={own} data-connected={connected} data-hears={hears} data-sees={sees} data-muted={muted}>
      {/* Also without a picture: the sound comes from it. */}
      <Video stream={stream} own={own} label={name} />
      {!sees && <span className="call-face" aria-hidden="true">{name.slice(0, 1)}</span>}
      <p className="call-name">
        {!hears && connected && <Icon name="mic-off" size={16} />}
        <span>{name}</span>
        {state && <span className="call-state">{state}</span>}
        {!sees && <span className="unseen">{t('rooms.call.noVideo')}</span>}
      </p>
      {mute && <button type="button" className="call-mute" onClick={mute} aria-label={t('rooms.call.mute', { name })} title={t('rooms.call.mute', { name })} data-testid="call-mute"><Icon name="mic" size={18} /></button>}
    </li>
  )
}
