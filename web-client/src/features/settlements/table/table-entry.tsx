import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bodyOf, bodyType, type EntryProps } from '@/features/rooms'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DraftOnTable } from './draft-on-table'

/** The draft was laid before everybody, or taken back; from here it is looked at without leaving the room. */
export function TableEntry({ entry, room }: EntryProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const type = bodyType(entry)
  const caseId = room.snapshot?.room.caseId
  return (
    <div className="notice" data-testid={type}>
      <span>{type === 'agreement-on-table' ? t('table.entry.on', { version: bodyOf<{ version?: number }>(entry).version ?? '' }) : t('table.entry.off')}</span>
      {caseId && <Button look="quiet" compact onClick={() => setOpen(true)} data-testid="look-at-draft">{t('table.look')}</Button>}
      {caseId && <Dialog title={t('table.title')} open={open} close={() => setOpen(false)} testId="draft-dialog"><DraftOnTable caseId={caseId} inRoom /><Button look="plain" onClick={() => setOpen(false)} data-testid="draft-dialog-close">{t('ui.close')}</Button></Dialog>}
    </div>
  )
}
