import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditorView } from '@/contracts/realtime'
import { Refusal } from '@/lib/refusal'
import { shortTime } from '@/lib/time'
import { desk } from '../table/desk'
import type { DraftingHandle } from './use-drafting'

/** Who else is writing; null when this page may. When the other one stops, what could not be saved is tried again: the version decides. */
export function useTurn(editor: EditorView | null, { now, save }: DraftingHandle): EditorView | null {
  const other = editor !== null && editor.desk !== desk ? editor : null
  const waiting = now.phase === 'failed' && now.error instanceof Refusal && now.error.code === 'settlements.somebody-writes'
  useEffect(() => {
    if (other === null && waiting) save()
  }, [other, waiting, save])
  return other
}

export function OtherWrites({ editor, unsaved }: { editor: EditorView; unsaved: boolean }) {
  const { t, i18n } = useTranslation()
  return (
    <p className="notice wait" role="status" data-testid="other-writes">
      <span>{t(editor.isMe ? 'table.lease.mine' : 'table.lease.other', { name: editor.name, time: shortTime(editor.since, i18n.language) })}</span>
      {unsaved && <b data-testid="words-kept">{t('table.lease.kept')}</b>}
    </p>
  )
}
