import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AgreementView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { figures } from '@/lib/money'
import { Button } from '@/ui/button'
import { fenOf, requestOf, draftOf, type AgreementDraft } from '../agreement-draft'
import { Difference } from '../table/difference'

interface Props {
  caseId: string
  mine: AgreementDraft
  theirs: AgreementView
  keepMine: () => void
  takeTheirs: () => void
}

/** Two wordings of one draft side by side; where they differ is marked. */
export function Conflict({ caseId, mine, theirs, keepMine, takeTheirs }: Props) {
  const { t } = useTranslation()
  const [here, there] = [linesOf(mine), linesOf(draftOf(theirs))]
  return (
    <section className="notice stop" role="alert" data-testid="conflict">
      <b>{t('drafting.conflict.title', { version: theirs.version })}</b>
      <span>{t('drafting.conflict.text')}</span>
      <div className="conflict-pair">
        <Side title={t('drafting.conflict.mine')} lines={here} other={there} testId="conflict-mine" />
        <Side title={t('drafting.conflict.theirs')} lines={there} other={here} testId="conflict-theirs" />
      </div>
      <Unsaved caseId={caseId} mine={mine} theirs={theirs} />
      <div className="row">
        <Button compact onClick={keepMine} data-testid="keep-mine">{t('drafting.conflict.keepMine')}</Button>
        <Button compact look="quiet" onClick={takeTheirs} data-testid="take-theirs">{t('drafting.conflict.takeTheirs')}</Button>
      </div>
    </section>
  )
}

/** The words in hand laid over what was saved elsewhere. */
function Unsaved({ caseId, mine, theirs }: Pick<Props, 'caseId' | 'mine' | 'theirs'>) {
  const { t } = useTranslation()
  const body = requestOf(mine, theirs.version)
  const difference = useQuery({ queryKey: ['unsaved', caseId, JSON.stringify(body)], queryFn: () => api('POST /cases/{id}/agreement/compare', { path: { id: caseId }, body }) })
  if (!difference.data) return null
  return <details data-testid="unsaved-difference"><summary>{t('table.unsaved', { version: difference.data.before })}</summary><Difference view={difference.data} /></details>
}

function Side({ title, lines, other, testId }: { title: string; lines: readonly string[]; other: readonly string[]; testId: string }) {
  const { t } = useTranslation()
  return (
    <div data-testid={testId}>
      <h4>{title}</h4>
      <ul className="plain">
        {lines.map((line, at) => <li key={at} data-differs={!other.includes(line)}>{other.includes(line) ? line : <mark>{line}</mark>}</li>)}
        {lines.length === 0 && <li className="soft">{t('drafting.conflict.nothing')}</li>}
      </ul>
    </div>
  )
}

function linesOf(draft: AgreementDraft): string[] {
  const { facts, clauses } = requestOf(draft, 0)
  const amount = (yuan: string) => { const fen = fenOf(yuan); return fen === null ? yuan : `¥${figures(fen)}` }
  return [
    ...facts.split('\n').filter((line) => line.trim() !== ''),
    ...clauses.map(({ text }) => text),
    ...draft.obligations.map((row) => [amount(row.yuan), row.what, row.manner, row.dueOn].filter((part) => part.trim() !== '').join(' · ')),
  ]
}
