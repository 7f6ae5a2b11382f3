import { useTranslation } from 'react-i18next'
import { SeenBy } from '@/features/rooms'
import type { RoomHandle } from '@/realtime'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import type { Crossing } from './use-crossing-guard'

/** Words of a private talk, or files, on their way into a room: what, from where, and who would see it there. */
export function CrossingQuestion({ crossing, settle, room, name }: { crossing: Crossing | null; settle: (goes: boolean) => void; room: RoomHandle; name: string }) {
  const { t } = useTranslation()
  const view = room.snapshot
  if (!view) return null
  return (
    <Dialog title={t(crossing?.from ? (crossing.from.kind === 'Panel' ? 'console.crossing.panelTitle' : 'console.crossing.title') : 'console.crossing.filesTitle', { room: name })} open={crossing !== null} close={() => settle(false)} testId="crossing">
      {crossing?.from && <p className="notice stop">{t('console.crossing.from', { from: crossing.from.name, room: name })}</p>}
      <blockquote className="entry-quote crossing-text">{crossing?.text.slice(0, 400)}</blockquote>
      <SeenBy names={view.seenBy} kind={view.room.kind} />
      <div className="row">
        <Button autoFocus onClick={() => settle(false)} data-testid="crossing-no">{t('console.crossing.no')}</Button>
        <Button look={crossing?.from ? 'stop' : 'quiet'} onClick={() => settle(true)} data-testid="crossing-yes">{t(crossing?.from ? 'console.crossing.yes' : 'console.crossing.filesYes', { room: name })}</Button>
      </div>
    </Dialog>
  )
}
