import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AgreementView } from '@/contracts/realtime'
import { useCase } from '@/features/cases/use-case'
import { takingPart } from '@/features/negotiation/terms'
import { useEngine } from '@/realtime'
import { Button } from '@/ui/button'
import { Failed, Loading, Refused } from '@/ui/states'
import { readAgreement } from '../frozen-text'
import { PaperPart } from '../paper-part'
import { TableSide } from '../table/table-side'
import { useLease } from '../table/use-lease'
import { useTable } from '../table/use-table'
import '../settlements.css'
import { Conflict } from './conflict'
import { DraftForm } from './draft-form'
import type { KeptDraft } from './drafting'
import { FindingsHead } from './findings'
import { Freeze } from './freeze'
import { FrozenAgreement } from './frozen-agreement'
import { OtherWrites, useTurn } from './other-writes'
import { SaveState } from './save-state'
import { SplitOff } from './split-off'
import { useDrafting, useKeptDraft } from './use-drafting'
import './drafting.css'

interface Props {
  caseId: string
  /** Rooms of the case, whose agreed proposals can be taken over. */
  roomIds: readonly string[]
}

/** The agreement beside the room: drafted while the case is in mediation, then frozen, signed, sealed. */
export function AgreementEditor({ caseId, roomIds }: Props) {
  const { personId } = useEngine()
  const kept = useKeptDraft(personId, caseId)
  const agreement = useQuery({
    queryKey: ['agreement', caseId],
    queryFn: () => readAgreement(caseId),
    // While people sign, and until the document is there, nudges may be lost: ask again.
    refetchInterval: (query) => (query.state.data?.state === 'Frozen' ? 10_000 : query.state.data?.state === 'Effective' && query.state.data.outcomeId === null ? 2_000 : false),
  })
  if (agreement.isPending || kept === undefined) return <Loading />
  if (agreement.isError) return <Failed error={agreement.error} retry={() => void agreement.refetch()} />
  return agreement.data.state === 'Draft'
    ? <Editor key={caseId} view={agreement.data} kept={kept} roomIds={roomIds} personId={personId} />
    : <FrozenAgreement view={agreement.data} caseId={caseId} />
}

function Editor({ view, kept, roomIds, personId }: { view: AgreementView; kept: KeptDraft | null; roomIds: readonly string[]; personId: string }) {
  const { t } = useTranslation()
  const theCase = useCase(view.caseId)
  const drafting = useDrafting(view, kept, personId)
  const { touch } = useLease(view.caseId)
  const table = useTable(view.caseId)
  const { now } = drafting
  const other = useTurn(table.data?.editor ?? null, drafting)
  const edit: typeof drafting.edit = (change) => { touch(); drafting.edit(change) }
  const { base } = now
  if (theCase.isPending) return <Loading />
  if (theCase.isError) return <Failed error={theCase.error} retry={() => void theCase.refetch()} />
  if (!base.mayDraft && now.phase === 'saved') return <p className="notice" data-testid="no-draft">{t('drafting.notInMediation')}</p>
  return (
    <div
      className="stack drafting" data-testid="agreement-editor" data-phase={now.phase} data-version={base.version}
      onKeyDown={(event) => { if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') { event.preventDefault(); drafting.save() } }}
    >
      <SaveState drafting={drafting} />
      {other && <OtherWrites editor={other} unsaved={now.phase !== 'saved'} />}
      {now.phase === 'failed' && <Refused error={now.error} />}
      {now.phase === 'conflict' && now.theirs && <Conflict caseId={base.caseId} mine={now.draft} theirs={now.theirs} keepMine={drafting.keepMine} takeTheirs={drafting.takeTheirs} />}
      {now.aside && now.phase !== 'conflict' && <p className="notice wait row" data-testid="aside"><span>{t('drafting.aside')}</span><Button look="quiet" compact onClick={drafting.fetchAside} data-testid="fetch-aside">{t('drafting.fetchAside')}</Button></p>}
      <FindingsHead findings={base.findings} />
      <SplitOff view={base} saved={now.phase === 'saved'} />
      <fieldset className="bare stack" disabled={other !== null} onFocus={touch}>
        <DraftForm caseId={base.caseId} draft={now.draft} edit={edit} parties={takingPart(theCase.data.parties)} findings={base.findings} roomIds={roomIds} />
      </fieldset>
      {base.text !== '' && <details className="card flat"><summary>{t('drafting.preview')}</summary><pre className="agreement-text" lang="zh-CN" data-testid="draft-preview">{base.text}</pre></details>}
      {table.data && <TableSide view={base} table={table.data} saved={now.phase === 'saved'} />}
      <PaperPart view={base} />
      <Freeze view={base} saved={now.phase === 'saved'} />
    </div>
  )
}
