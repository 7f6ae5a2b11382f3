import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftingView, VersionView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { fullTime } from '@/lib/time'
import { Button } from '@/ui/button'
import { Choice, Select } from '@/ui/field'
import { Failed, Refused } from '@/ui/states'
import { useAgreementAct } from '../use-signing'
import { desk } from './desk'
import { Difference } from './difference'
import { landmarks } from './landmarks'
import { useDifference } from './use-table'

/** The saved versions, those in between as well if asked for: by whom, when; any two laid over each other; an older one taken up again. */
export function Versions({ table, saved }: { table: DraftingView; saved: boolean }) {
  const { t } = useTranslation()
  const [before, setBefore] = useState<number | null>(null)
  const [after, setAfter] = useState<number | null>(null)
  const [open, setOpen] = useState(false)
  const [every, setEvery] = useState(false)
  const known = landmarks(table.versions)
  const to = after ?? table.version
  const from = before ?? (table.lastFrozen !== null && table.lastFrozen < to ? table.lastFrozen : known.findLast((one) => one.number < to)?.number ?? 0)
  const offered = every ? table.versions : table.versions.filter((one) => known.includes(one) || one.number === from || one.number === to)
  return (
    <details className="stack tight" onToggle={(event) => setOpen(event.currentTarget.open)} data-testid="versions">
      <summary data-testid="versions-open">{t('table.versions', { count: table.versions.length })}</summary>
      {open && (
        <>
          <div className="stack tight">
            <Select label={t('table.before')} value={from} onChange={(event) => setBefore(Number(event.target.value))} data-testid="version-before"><option value={0}>{t('table.nothingBefore')}</option><Options versions={offered} /></Select>
            <Select label={t('table.after')} value={to} onChange={(event) => setAfter(Number(event.target.value))} data-testid="version-after"><Options versions={offered} /></Select>
            {known.length < table.versions.length && <Choice type="checkbox" checked={every} onChange={(event) => setEvery(event.target.checked)} data-testid="versions-every">{t('table.everySave')}</Choice>}
          </div>
          <Compared caseId={table.caseId} before={from} after={to} />
          {table.mayRestore && to !== table.version && <Restore table={table} version={to} saved={saved} />}
        </>
      )}
    </details>
  )
}

function Options({ versions }: { versions: readonly VersionView[] }) {
  const { t, i18n } = useTranslation()
  const tags = (one: VersionView) => [one.frozen ? t('table.tag.frozen') : '', one.shown ? t('table.tag.shown') : '', one.origin === 'Saved' ? '' : t(`table.origin.${one.origin}`, { version: one.restoredFrom ?? '' })].filter(Boolean).join(' · ')
  return versions.map((one) => <option key={one.number} value={one.number}>{[t('settlements.version', { version: one.number }), one.byName, fullTime(one.at, i18n.language), tags(one)].filter(Boolean).join(' · ')}</option>)
}

function Compared({ caseId, before, after }: { caseId: string; before: number; after: number }) {
  const { t } = useTranslation()
  const difference = useDifference(caseId, before, after)
  if (difference.isError) return <Failed error={difference.error} retry={() => void difference.refetch()} />
  if (!difference.data) return null
  return <><p className="small soft" data-testid="compared">{before === after ? t('table.one') : t('table.compared', { count: difference.data.changes })}</p><Difference view={difference.data} /></>
}

function Restore({ table, version, saved }: { table: DraftingView; version: number; saved: boolean }) {
  const { t } = useTranslation()
  const restore = useAgreementAct(table.caseId, () => api('POST /cases/{id}/agreement/restore', { path: { id: table.caseId }, body: { version, expectedVersion: table.version, desk } }))
  return (
    <div className="stack tight">
      <Button look="quiet" compact disabled={!saved} busy={restore.isPending} onClick={() => restore.mutate(undefined)} data-testid="restore">{t('table.restore', { version })}</Button>
      <Refused error={restore.error} />
    </div>
  )
}
