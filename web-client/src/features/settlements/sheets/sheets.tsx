import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetKind } from '@/contracts/realtime'
import { Button } from '@/ui/button'
import { Failed } from '@/ui/states'
import '../settlements.css'
import { SheetCard } from './sheet-card'
import { SheetWriter } from './sheet-writer'
import { useSheets } from './use-sheets'

const kinds = ['UndisputedFacts', 'Minutes'] as const

/** Undisputed facts and minutes of a case. Whoever presides over it also writes them. */
export function Sheets({ caseId, writes = false }: { caseId: string; writes?: boolean }) {
  const { t } = useTranslation()
  const sheets = useSheets(caseId)
  const [writing, setWriting] = useState<SheetKind | null>(null)
  if (sheets.isError) return <Failed error={sheets.error} retry={() => void sheets.refetch()} />
  const all = sheets.data ?? []
  if (all.length === 0 && !writes) return null
  const draftOf = (kind: SheetKind) => all.find((sheet) => sheet.kind === kind && sheet.state === 'Draft') ?? null
  const asking = (kind: SheetKind) => all.some((sheet) => sheet.kind === kind && sheet.state === 'Asked')
  return (
    <section className="stack tight" data-testid="sheets">
      <h2>{t('sheets.title')}</h2>
      {all.filter((sheet) => sheet.state !== 'Draft').map((sheet) => <SheetCard key={sheet.id} sheet={sheet} caseId={caseId} />)}
      {writing !== null && sheets.isSuccess && <SheetWriter key={`${writing}-${draftOf(writing)?.version ?? 0}`} kind={writing} sheet={draftOf(writing)} caseId={caseId} done={() => setWriting(null)} />}
      {writes && writing === null && (
        <div className="row">
          {kinds.filter((kind) => !asking(kind)).map((kind) => <Button key={kind} look="quiet" compact onClick={() => setWriting(kind)} data-testid={`sheet-begin-${kind}`}>{t(draftOf(kind) ? `sheets.goOn.${kind}` : `sheets.begin.${kind}`)}</Button>)}
        </div>
      )}
    </section>
  )
}
