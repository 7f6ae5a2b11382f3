import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { fullTime } from '@/lib/time'
import { Article } from '@/ui/article'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'
import '../settlements.css'
import { useSheetAct } from './use-sheets'

const looks = { Draft: 'wait', Asked: 'accent', Confirmed: 'good' } as const
const articles = { UndisputedFacts: '《人民法院在线调解规则》第十八条', Minutes: '《人民法院在线调解规则》第二十二条' } as const

/** Undisputed facts or minutes as put to the parties: the words, who has confirmed, and the reader's own answer. */
export function SheetCard({ sheet, caseId }: { sheet: SheetView; caseId: string }) {
  const { t, i18n } = useTranslation()
  return (
    <section className="card stack" data-testid="sheet" data-kind={sheet.kind} data-state={sheet.state}>
      <header className="row apart"><h3>{t(`sheets.kind.${sheet.kind}`, { number: sheet.number })}</h3><span className={`badge ${looks[sheet.state]}`}>{t(`sheets.state.${sheet.state}`)}</span></header>
      <p className="sheet-text" lang="zh-CN" data-testid="sheet-text">{sheet.text}</p>
      {sheet.answers.length > 0 && (
        <ul className="plain small" data-testid="sheet-answers">
          {sheet.answers.map((answer) => (
            <li key={answer.partyId}>{answer.confirms ? t('sheets.confirmed', { name: answer.partyName, time: fullTime(answer.at, i18n.language) }) : t('sheets.corrected', { name: answer.partyName, text: answer.correction ?? '' })}</li>
          ))}
        </ul>
      )}
      {sheet.waiting.length > 0 && <p className="small soft">{t('sheets.waiting', { names: sheet.waiting.join(t('ui.comma')) })}</p>}
      {sheet.mayAnswer && <Answer sheet={sheet} caseId={caseId} />}
      <p className="small soft">{t(`sheets.effect.${sheet.kind}`)} <Article citation={articles[sheet.kind]} /></p>
    </section>
  )
}

function Answer({ sheet, caseId }: { sheet: SheetView; caseId: string }) {
  const { t } = useTranslation()
  const [correcting, setCorrecting] = useState(false)
  const [correction, setCorrection] = useState('')
  const answer = useSheetAct(caseId, (confirms: boolean) => api('POST /cases/{caseId}/sheets/{id}/answer', {
    path: { caseId, id: sheet.id }, body: { hash: sheet.hash ?? '', confirms, correction: confirms ? null : correction.trim() },
  }))
  if (!correcting) {
    return (
      <div className="stack tight">
        <p>{t('sheets.ask')}</p>
        <div className="row">
          <Button compact busy={answer.isPending} onClick={() => answer.mutate(true)} data-testid="sheet-confirm">{t('sheets.confirm')}</Button>
          <Button look="quiet" compact onClick={() => setCorrecting(true)} data-testid="sheet-correct">{t('sheets.correct')}</Button>
        </div>
        <Refused error={answer.error} />
      </div>
    )
  }
  return (
    <form className="stack tight" onSubmit={(event) => { event.preventDefault(); answer.mutate(false) }}>
      <TextArea label={t('sheets.correction')} required rows={3} maxLength={2_000} value={correction} onChange={(event) => setCorrection(event.target.value)} data-testid="sheet-correction" />
      <Refused error={answer.error} />
      <div className="row">
        <Button type="submit" compact disabled={correction.trim() === ''} busy={answer.isPending} data-testid="sheet-correct-yes">{t('sheets.send')}</Button>
        <Button look="plain" compact onClick={() => setCorrecting(false)}>{t('ui.cancel')}</Button>
      </div>
    </form>
  )
}
