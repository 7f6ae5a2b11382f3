import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObligationDraft, TemplateSetView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { isEnglish } from '@/lib/sentence'
import { Article } from '@/ui/article'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextField } from '@/ui/field'
import { Failed, Loading } from '@/ui/states'
import { fenOf } from '../agreement-draft'
import './table.css'

/** What a template brings into a draft. */
export interface Taken {
  readonly facts: string
  readonly clauses: readonly string[]
  readonly obligations: readonly ObligationDraft[]
}

interface Props {
  caseId: string
  /** Texts that stand in the draft already. */
  has: (text: string) => boolean
  take: (taken: Taken) => void
}

/** Wordings for the case's kind of dispute, one by one or as a set. */
export function Templates(props: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" compact onClick={() => setOpen(true)} data-testid="templates-open">{t('table.templates.open')}</Button>
      <TemplateDialog {...props} open={open} close={() => setOpen(false)} />
    </>
  )
}

function TemplateDialog({ caseId, has, take, open, close }: Props & { open: boolean; close: () => void }) {
  const { t, i18n } = useTranslation()
  const [yuan, setYuan] = useState('')
  const [dueOn, setDueOn] = useState('')
  const amountFen = fenOf(yuan) ?? undefined
  const sets = useQuery({
    queryKey: ['templates', caseId, amountFen ?? null, dueOn],
    queryFn: () => api('GET /cases/{id}/agreement/templates', { path: { id: caseId }, query: { amountFen, dueOn: dueOn || undefined } }),
    enabled: open, placeholderData: keepPreviousData,
  })
  const own = sets.data?.[0]
  return (
    <Dialog title={t('table.templates.title', { kind: own ? (isEnglish(i18n.language) ? own.en : own.zh) : '' })} open={open} close={close} testId="templates">
      <p className="small soft">{t('table.templates.lead')}</p>
      <div className="draft-pair">
        <TextField label={t('table.templates.amount')} hint={t('table.templates.amountHint')} inputMode="decimal" value={yuan} onChange={(event) => setYuan(event.target.value)} data-testid="template-amount" />
        <TextField type="date" label={t('table.templates.due')} hint={t('drafting.dueHint')} value={dueOn} onChange={(event) => setDueOn(event.target.value)} data-testid="template-due" />
      </div>
      {sets.isPending && <Loading />}
      {sets.isError && <Failed error={sets.error} retry={() => void sets.refetch()} />}
      {sets.data && (
        <Button onClick={() => { take(whole(sets.data)); close() }} data-testid="template-take-all">{t('table.templates.takeAll')}</Button>
      )}
      {sets.data?.map((set) => <TemplateSet key={set.id} set={set} has={has} take={take} />)}
      <Button look="plain" onClick={close}>{t('ui.close')}</Button>
    </Dialog>
  )
}

const nothing: Taken = { facts: '', clauses: [], obligations: [] }

const whole = (sets: readonly TemplateSetView[]): Taken => ({
  facts: sets.find((set) => set.facts !== '')?.facts ?? '',
  clauses: sets.flatMap((set) => set.clauses.map((clause) => clause.text)),
  obligations: sets.flatMap((set) => set.obligations.flatMap((one) => one.rows)),
})

function TemplateSet({ set, has, take }: { set: TemplateSetView } & Pick<Props, 'has' | 'take'>) {
  const { t, i18n } = useTranslation()
  const name = (one: { zh: string; en: string }) => (isEnglish(i18n.language) ? one.en : one.zh)
  return (
    <section className="stack tight" data-testid={`template-set-${set.id}`}>
      <h3>{name(set)}</h3>
      {set.facts !== '' && <Template id="facts" title={t('table.templates.facts')} text={set.facts} taken={has(set.facts)} take={() => take({ ...nothing, facts: set.facts })} />}
      {set.obligations.map((one) => <Template key={one.id} id={one.id} title={name(one)} text={[one.rows[0]?.what, one.rows[0]?.manner].filter(Boolean).join('，')} taken={false} take={() => take({ ...nothing, obligations: one.rows })} />)}
      {set.clauses.map((one) => <Template key={one.id} id={one.id} title={name(one)} text={one.text} article={one.article} verified={one.verified} taken={has(one.text)} take={() => take({ ...nothing, clauses: [one.text] })} />)}
    </section>
  )
}

function Template({ id, title, text, article = null, verified = true, taken, take }: { id: string; title: string; text: string; article?: string | null; verified?: boolean; taken: boolean; take: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="template" data-testid={`template-${id}`}>
      <span className="row"><b>{title}</b><Button look="quiet" compact disabled={taken} onClick={take} data-testid={`template-take-${id}`}>{t(taken ? 'table.templates.taken' : 'table.templates.take')}</Button></span>
      <span className="draft-words" lang="zh-CN">{text}</span>
      <span className="small soft">{article === null ? t('table.templates.plain') : <><Article citation={article} />{!verified && t('drafting.unverified')}</>}</span>
    </div>
  )
}
