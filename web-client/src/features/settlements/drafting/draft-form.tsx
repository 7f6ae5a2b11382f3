import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FindingView, PartyView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { emptyObligation, moveRow, newKey, withAgreed, withTemplate, type AgreementDraft } from '../agreement-draft'
import { Templates } from '../table/templates'
import { ObligationRow } from './obligation-row'
import { RowTools } from './row-tools'

interface Props {
  caseId: string
  draft: AgreementDraft
  edit: (change: (draft: AgreementDraft) => AgreementDraft) => void
  parties: readonly PartyView[]
  findings: readonly FindingView[]
  roomIds: readonly string[]
}

/** Facts, clauses, obligations. */
export function DraftForm({ caseId, draft, edit, parties, findings, roomIds }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <Templates caseId={caseId} has={(text) => draft.facts.includes(text) || draft.clauses.some((clause) => clause.text === text)} take={(taken) => edit((now) => withTemplate(now, taken))} />
      <TextArea label={t('drafting.facts')} hint={t('drafting.factsHint')} rows={4} maxLength={8_000} value={draft.facts} onChange={(event) => edit((now) => ({ ...now, facts: event.target.value }))} data-testid="draft-facts" />
      <section className="stack tight">
        <div className="row apart"><h3>{t('drafting.obligations')}</h3><TakeAgreed edit={edit} draft={draft} roomIds={roomIds} /></div>
        {draft.obligations.map((row, at) => (
          <ObligationRow
            key={row.key} row={row} number={at + 1} count={draft.obligations.length} parties={parties} findings={findings.filter((finding) => finding.obligation === at + 1)}
            change={(next) => edit((now) => ({ ...now, obligations: now.obligations.map((one) => (one.key === row.key ? next : one)) }))}
            move={(by) => edit((now) => ({ ...now, obligations: moveRow(now.obligations, at, at + by) }))}
            remove={() => edit((now) => ({ ...now, obligations: now.obligations.filter((one) => one.key !== row.key) }))}
          />
        ))}
        <Button look="quiet" compact onClick={() => edit((now) => ({ ...now, obligations: [...now.obligations, emptyObligation()] }))} data-testid="obligation-add">{t('drafting.addObligation')}</Button>
      </section>
      <section className="stack tight">
        <h3>{t('drafting.clauses')}</h3>
        <p className="soft small">{t('drafting.clausesHint')}</p>
        {draft.clauses.map((row, at) => (
          <div key={row.key} className="draft-row" data-testid="clause-row">
            <RowTools
              name={t('drafting.clause', { number: at + 1 })} number={at + 1} count={draft.clauses.length} move={(by) => edit((now) => ({ ...now, clauses: moveRow(now.clauses, at, at + by) }))}
              remove={() => edit((now) => ({ ...now, clauses: now.clauses.filter((one) => one.key !== row.key) }))}
            />
            <TextArea label={t('drafting.clause', { number: at + 1 })} rows={2} maxLength={2_000} value={row.text} onChange={(event) => edit((now) => ({ ...now, clauses: now.clauses.map((one) => (one.key === row.key ? { ...one, text: event.target.value } : one)) }))} data-testid="draft-clause" />
          </div>
        ))}
        <Button look="quiet" compact onClick={() => edit((now) => ({ ...now, clauses: [...now.clauses, { key: newKey(), text: '' }] }))} data-testid="clause-add">{t('drafting.addClause')}</Button>
      </section>
    </>
  )
}

/** What everybody bound has accepted in the rooms becomes obligations; what stands already is not added twice. */
function TakeAgreed({ draft, edit, roomIds }: Pick<Props, 'draft' | 'edit' | 'roomIds'>) {
  const { t } = useTranslation()
  const [added, setAdded] = useState<number | null>(null)
  const rooms = useQueries({ queries: roomIds.map((id) => ({ queryKey: ['proposals', id], queryFn: () => api('GET /rooms/{id}/proposals', { path: { id } }) })) })
  const take = () => {
    const result = withAgreed(draft, rooms.flatMap((room) => room.data ?? []))
    setAdded(result.added)
    if (result.added > 0) edit(() => result.draft)
  }
  return (
    <span className="row">
      {added !== null && <span className="soft small" role="status" data-testid="agreed-added">{added > 0 ? t('drafting.taken', { count: added }) : t('drafting.noneToTake')}</span>}
      <Button look="quiet" compact busy={rooms.some((room) => room.isPending)} onClick={take} data-testid="take-agreed">{t('drafting.takeAgreed')}</Button>
    </span>
  )
}
