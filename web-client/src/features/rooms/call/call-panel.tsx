import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '@/lib/sentence'
import { useEngine, useSignal, type RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { useRoomName } from '../use-room-name'
import { CallSession } from './session'
import { InCall } from './in-call'
import { JoinCard } from './join-card'
import './call.css'

/** A page is in one call at a time. */
let running: CallSession | null = null

/** From the preview to the end of the call. Whatever takes this away from the screen ends the own part in it: nothing runs unseen. */
export default function CallPanel({ room, close }: { room: RoomHandle; close: () => void }) {
  const { t } = useTranslation()
  const { name } = useRoomName()
  const engine = useEngine()
  const [session, setSession] = useState<CallSession | null>(null)
  const [error, setError] = useState<unknown>(null)
  const kept = useRef<CallSession | null>(null)
  useEffect(() => () => kept.current?.leave(), [])
  const view = room.snapshot
  if (!view) return null

  const join = async (own: MediaStream) => {
    setError(null)
    running?.leave()
    const made = new CallSession(engine, room.roomId, own)
    running = made
    try {
      kept.current = made
      await made.join()
      setSession(made)
    } catch (failed) {
      kept.current = null
      setError(failed)
    }
  }
  return (
    <section className="call" aria-label={t('rooms.call.titleIn', { room: name(view.room) })} data-testid="call" data-colour={view.room.colour}>
      {session ? <Running session={session} room={room} close={close} /> : <JoinCard room={room} join={join} error={error} cancel={close} over={!view.callOpen} />}
    </section>
  )
}

function Running({ session, room, close }: { session: CallSession; room: RoomHandle; close: () => void }) {
  const { t, i18n } = useTranslation()
  const now = useSignal(session.state)
  const left = now.is === 'ended' && now.ended === 'left'
  useEffect(() => {
    if (left) close()
  }, [left, close])
  if (now.is !== 'ended') return <InCall session={session} now={now} room={room} />
  const why = now.ended instanceof Error ? sentenceOf(now.ended, i18n.language) : t(`rooms.call.ended.${now.ended === 'over' || now.ended === 'elsewhere' ? now.ended : 'other'}`)
  return (
    <div className="call-end row" role="status" data-testid="call-ended">
      <p>{why} {t('rooms.call.textGoesOn')}</p>
      <Button compact look="quiet" onClick={close} data-testid="call-ended-close">{t('rooms.call.close')}</Button>
    </div>
  )
}
