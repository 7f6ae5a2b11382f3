import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import type { DraftingHandle } from './use-drafting'

/** Where the words are now: at the service, on their way, or on this device only. */
export function SaveState({ drafting }: { drafting: DraftingHandle }) {
  const { t } = useTranslation()
  const { now, save, storageFailed } = drafting
  const look = now.phase === 'saved' ? 'good' : now.phase === 'failed' || now.phase === 'conflict' ? 'stop' : 'wait'
  return (
    <header className="row apart save-state">
      <span className={`badge ${look}`} role="status" data-testid="save-state" data-phase={now.phase}>{now.phase === 'saved' && now.base.version === 0 ? t('drafting.nothingYet') : t(`drafting.phase.${now.phase}`, { version: now.base.version })}</span>
      {storageFailed && <span className="small soft">{t('rooms.storageFailed')}</span>}
      <Button look="quiet" compact disabled={now.phase === 'saved' || now.phase === 'conflict'} busy={now.phase === 'saving'} onClick={save} data-testid="draft-save">{t('ui.save')}</Button>
    </header>
  )
}
