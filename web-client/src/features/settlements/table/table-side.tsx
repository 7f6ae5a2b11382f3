import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementView, DraftingView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { fullTime } from '@/lib/time'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import { useAgreementAct } from '../use-signing'
import { CommentsOn, OtherComments } from './comments'
import { Difference } from './difference'
import './table.css'
import { useDifference } from './use-table'
import { Versions } from './versions'

interface Props {
  view: AgreementView
  table: DraftingView
  saved: boolean
}

/** The mediator's side of the table: lay the draft before the parties, see who has looked and what they said, go through the versions. */
export function TableSide({ view, table, saved }: Props) {
  return (
    <section className="card flat stack" data-testid="table-side">
      <OnTable view={view} table={table} saved={saved} />
      {table.versions.some((one) => one.shown) && <Comments table={table} />}
      {table.versions.length > 0 && <Versions table={table} saved={saved} />}
    </section>
  )
}

function OnTable({ view, table, saved }: Props) {
  const { t, i18n } = useTranslation()
  const put = useAgreementAct(view.caseId, () => api('POST /cases/{id}/agreement/table', { path: { id: view.caseId }, body: { expectedVersion: view.version } }))
  const off = useAgreementAct(view.caseId, () => api('POST /cases/{id}/agreement/table/off', { path: { id: view.caseId } }))
  return (
    <div className="stack tight">
      <h3>{t('table.title')}</h3>
      {table.onTableSince === null
        ? <p className="small soft">{t('table.putText')}</p>
        : <p className="notice" data-testid="on-table">{t('table.since', { time: fullTime(table.onTableSince, i18n.language) })}</p>}
      {table.readers.length > 0 && <ul className="plain small soft" data-testid="readers">{table.readers.map((reader) => <li key={reader.name}>{t('table.reader', { name: reader.name, version: reader.version })}</li>)}</ul>}
      {table.mayPutOnTable && <Button look="quiet" disabled={!saved} busy={put.isPending} onClick={() => put.mutate(undefined)} data-testid="put-on-table">{t('table.put')}</Button>}
      {table.mayTakeOffTable && <Button look="plain" compact busy={off.isPending} onClick={() => off.mutate(undefined)} data-testid="take-off-table">{t('table.takeOff')}</Button>}
      <Refused error={put.error ?? off.error} />
    </div>
  )
}

/** The shown text with what was said about it; closed while nobody has said anything. */
function Comments({ table }: { table: DraftingView }) {
  const { t } = useTranslation()
  const open = table.comments.filter((one) => one.resolvedAt === null).length
  const [seen, setSeen] = useState(false)
  const text = useDifference(table.caseId, table.version, table.version)
  return (
    <details className="stack tight" open={seen || open > 0} onToggle={(event) => setSeen(event.currentTarget.open)} data-testid="table-comments">
      <summary>{t('table.comments', { count: open })}</summary>
      {text.data && <Difference view={text.data} under={(place, number) => <CommentsOn table={table} place={place} number={number} />} />}
      <OtherComments table={table} />
    </details>
  )
}
