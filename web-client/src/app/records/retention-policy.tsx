import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DecideRetentionRequest, RetentionClass, RetentionPolicyView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { useCitation } from '@/ui/article'
import { Button } from '@/ui/button'
import { Select, TextField } from '@/ui/field'
import { Refused } from '@/ui/states'

/** How long the organisation keeps its files, and on what basis. */
export function RetentionPolicy() {
  const policy = useQuery({ queryKey: ['retention-policy'], queryFn: () => api('GET /retention-policy') })
  return policy.data ? <Form policy={policy.data} /> : null
}

const classes: readonly RetentionClass[] = ['ShortTerm', 'LongTerm', 'Permanent']

function Form({ policy }: { policy: RetentionPolicyView }) {
  const { t } = useTranslation()
  const cite = useCitation()
  const queries = useQueryClient()
  const [draft, setDraft] = useState<DecideRetentionRequest>({ shortYears: policy.shortYears, longYears: policy.longYears, withAgreement: policy.withAgreement, withoutAgreement: policy.withoutAgreement, basis: policy.basis ?? '' })
  const save = useMutation({ mutationFn: (body: DecideRetentionRequest) => api('PUT /retention-policy', { body }), onSuccess: (view) => queries.setQueryData(['retention-policy'], view) })
  const change = (part: Partial<DecideRetentionRequest>) => setDraft((now) => ({ ...now, ...part }))
  return (
    <details className="card stack" data-testid="retention-policy">
      <summary><b>{t('archive.policy.title')}</b></summary>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); save.mutate(draft) }}>
        <p className="small">{t('archive.policy.lead', { article: cite(policy.article) })}</p>
        {policy.basis === null && <p className="notice wait">{t('archive.policy.unset')}</p>}
        <div className="policy-fields">
          <TextField label={t('archive.policy.short')} type="number" min={1} max={100} value={draft.shortYears} onChange={(event) => change({ shortYears: Number(event.target.value) })} />
          <TextField label={t('archive.policy.long')} type="number" min={1} max={100} value={draft.longYears} onChange={(event) => change({ longYears: Number(event.target.value) })} />
          <Classes label={t('archive.policy.with')} value={draft.withAgreement} change={(withAgreement) => change({ withAgreement })} />
          <Classes label={t('archive.policy.without')} value={draft.withoutAgreement} change={(withoutAgreement) => change({ withoutAgreement })} />
        </div>
        <TextField label={t('archive.policy.basis')} maxLength={500} value={draft.basis} onChange={(event) => change({ basis: event.target.value })} data-testid="policy-basis" />
        <Refused error={save.error} />
        <div className="row"><Button type="submit" busy={save.isPending} disabled={draft.basis.trim() === ''} data-testid="policy-save">{t('archive.policy.save')}</Button>{save.isSuccess && <span role="status">{t('archive.policy.saved')}</span>}</div>
      </form>
    </details>
  )
}

function Classes({ label, value, change }: { label: string; value: RetentionClass; change: (kind: RetentionClass) => void }) {
  const { t } = useTranslation()
  return (
    <Select label={label} value={value} onChange={(event) => change(event.target.value as unknown as RetentionClass)}>
      {classes.map((one) => <option key={one} value={one}>{t(`archive.class.${one}`)}</option>)}
    </Select>
  )
}
