import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetKind, SheetView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useSheetAct } from './use-sheets'

/** The mediator writes; minutes can be begun from the record. Asking the parties saves what is written first. */
export function SheetWriter({ kind, sheet, caseId, done }: { kind: SheetKind; sheet: SheetView | null; caseId: string; done: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(sheet?.text ?? '')
  const write = useSheetAct(caseId, () => api('PUT /cases/{caseId}/sheets', { path: { caseId }, body: { kind, expectedVersion: sheet?.version ?? 0, text } }), done)
  const ask = useSheetAct(caseId, async () => {
    const written = await api('PUT /cases/{caseId}/sheets', { path: { caseId }, body: { kind, expectedVersion: sheet?.version ?? 0, text } })
    const mine = written.find((one) => one.kind === kind && one.state === 'Draft')
    return mine ? api('POST /cases/{caseId}/sheets/{id}/ask', { path: { caseId, id: mine.id }, body: { expectedVersion: mine.version } }) : written
  }, done)
  const record = useMutation({ mutationFn: () => api('GET /cases/{caseId}/sheets/minutes-draft', { path: { caseId } }), onSuccess: (draft) => setText(draft.text) })
  const correction = sheet?.answers.find((answer) => !answer.confirms)
  return (
    <form className="card stack" data-testid={`sheet-writer-${kind}`} onSubmit={(event) => { event.preventDefault(); ask.mutate(undefined) }}>
      {correction && <p className="notice wait" data-testid="sheet-corrected">{t('sheets.corrected', { name: correction.partyName, text: correction.correction ?? '' })}</p>}
      {kind === 'Minutes' && text === '' && <Button look="quiet" compact busy={record.isPending} onClick={() => record.mutate()} data-testid="minutes-draft">{t('sheets.fromRecord')}</Button>}
      <TextArea label={t(`sheets.write.${kind}`)} hint={t(`sheets.hint.${kind}`)} required rows={kind === 'Minutes' ? 10 : 5} maxLength={20_000} value={text} onChange={(event) => setText(event.target.value)} data-testid="sheet-write" />
      <Refused error={ask.error ?? write.error ?? record.error} />
      <div className="row">
        <Button type="submit" compact disabled={text.trim() === ''} busy={ask.isPending} data-testid="sheet-ask">{t('sheets.askAll')}</Button>
        <Button look="quiet" compact disabled={text.trim() === ''} busy={write.isPending} onClick={() => write.mutate(undefined)} data-testid="sheet-save">{t('sheets.save')}</Button>
        <Button look="plain" compact onClick={done}>{t('ui.cancel')}</Button>
      </div>
    </form>
  )
}
