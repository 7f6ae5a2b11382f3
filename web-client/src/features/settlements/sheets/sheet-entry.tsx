import { useTranslation } from 'react-i18next'
import { bodyOf, type EntryProps } from '@/features/rooms'
import { SheetCard } from './sheet-card'
import { useSheets } from './use-sheets'

interface SheetBody {
  sheetId: string
  kind: 'UndisputedFacts' | 'Minutes'
  number: number
  hash: string
  partyName?: string
  confirms?: boolean
  correction?: string | null
  state?: string
}

/** What was put to the parties. As long as it is these very words that are asked about, it can be answered here. */
export function SheetAskedEntry({ entry, room }: EntryProps) {
  const { t } = useTranslation()
  const body = bodyOf<SheetBody>(entry)
  const caseId = room.snapshot?.room.caseId ?? ''
  const sheets = useSheets(caseId)
  const sheet = sheets.data?.find((one) => one.id === body.sheetId && one.hash === body.hash)
  return sheet ? <SheetCard sheet={sheet} caseId={caseId} /> : <div className="bubble">{t('sheets.entry.superseded', { sheet: t(`sheets.kind.${body.kind}`, { number: body.number }) })}</div>
}

export function SheetAnsweredEntry({ entry }: EntryProps) {
  const { t } = useTranslation()
  const body = bodyOf<SheetBody>(entry)
  const [name, sheet] = [body.partyName ?? entry.authorName, t(`sheets.kind.${body.kind}`, { number: body.number })]
  return <div className="bubble" data-testid={`sheet-${body.confirms ? 'confirmed' : 'corrected'}`}>{body.state === 'Confirmed' ? t('sheets.entry.stands', { name, sheet }) : body.confirms ? t('sheets.entry.confirmed', { name, sheet }) : t('sheets.entry.corrected', { name, sheet, text: body.correction ?? '' })}</div>
}
