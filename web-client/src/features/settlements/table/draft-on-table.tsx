import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftingView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { fullTime, shortTime } from '@/lib/time'
import { Button } from '@/ui/button'
import { Failed, Refused } from '@/ui/states'
import '../settlements.css'
import './table.css'
import { CommentsOn, OtherComments } from './comments'
import { Difference } from './difference'
import { useDifference, useTable, useTableAct } from './use-table'

/** The draft that the mediator has laid before the parties: it follows each saved version while it is open. Nothing while nothing was shown. */
export function DraftOnTable({ caseId, inRoom = false }: { caseId: string; inRoom?: boolean }) {
  const { t } = useTranslation()
  const table = useTable(caseId)
  if (table.isError) return inRoom ? <Failed error={table.error} retry={() => void table.refetch()} /> : null
  const view = table.data
  if (!view || view.version === 0 || view.state === 'Effective') return null
  return (
    <section className="card stack" data-testid="draft-on-table" data-version={view.version}>
      <header className="row apart">{!inRoom && <h2>{t('table.title')}</h2>}<span className={`badge ${view.onTableSince ? 'accent' : 'wait'}`}>{t(view.state !== 'Draft' ? 'table.fixed' : view.onTableSince ? 'table.open' : 'table.away')}</span></header>
      {view.state === 'Draft' && <p className="small soft">{t('table.draftOnly')}</p>}
      <Editing view={view} />
      <Reading view={view} />
    </section>
  )
}

export function Editing({ view }: { view: DraftingView }) {
  const { t, i18n } = useTranslation()
  if (view.editor === null) return null
  return <p className="notice wait" role="status" data-testid="editing">{t('table.editing', { name: view.editor.name, time: shortTime(view.editor.since, i18n.language) })}</p>
}

/** The latest version, with what is new since the reader last said that he had looked. */
function Reading({ view }: { view: DraftingView }) {
  const { t, i18n } = useTranslation()
  const [whole, setWhole] = useState(false)
  // Of the versions before, one that may be seen: the mark may stand on one that was.
  const seen = view.versions.some((one) => one.number === view.looked) ? view.looked : 0
  const news = seen > 0 && seen < view.version
  const before = news && !whole ? seen : view.version
  const difference = useDifference(view.caseId, before, view.version)
  const looked = useTableAct(view.caseId, () => api('POST /cases/{id}/agreement/drafting/looked', { path: { id: view.caseId }, body: { version: view.version } }))
  const latest = view.versions[0]
  return (
    <>
      {latest && <p className="small soft">{t('settlements.version', { version: latest.number })} · {latest.byName} · {fullTime(latest.at, i18n.language)}</p>}
      {news && (
        <p className="notice row apart" data-testid="news">
          <span>{t(whole ? 'table.newsHidden' : 'table.news', { version: seen, count: difference.data?.changes ?? 0 })}</span>
          <Button look="plain" compact onClick={() => setWhole(!whole)} data-testid="news-toggle">{t(whole ? 'table.showNews' : 'table.hideNews')}</Button>
        </p>
      )}
      {difference.isError && <Failed error={difference.error} retry={() => void difference.refetch()} />}
      {difference.data && <Difference view={difference.data} under={(place, number) => <CommentsOn table={view} place={place} number={number} />} />}
      <OtherComments table={view} />
      {view.looked < view.version && <Button look="quiet" busy={looked.isPending} onClick={() => looked.mutate(undefined)} data-testid="looked">{t('table.looked', { version: view.version })}</Button>}
      <Refused error={looked.error} />
    </>
  )
}
