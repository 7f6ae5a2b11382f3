import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeaveView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { plainDate } from '@/lib/time'
import { uuid7 } from '@/lib/uuid7'
import { inChina, toChinaField } from '@/lib/zones'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useLeaves } from './use-sittings'

function useLeaveAct<Input>(act: (input: Input) => Promise<LeaveView[]>, done?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (leaves) => {
      queries.setQueryData(['leaves'], leaves)
      done?.()
    },
  })
}

/** The mediator's own leave; sittings that fall into it are named until they are moved, called off or handed over. */
export function Leaves({ onCase }: { onCase: (caseId: string) => void }) {
  const { t } = useTranslation()
  const leaves = useLeaves().data ?? []
  const [adding, setAdding] = useState(false)
  return (
    <section className="leaves stack tight" data-testid="leaves">
      {leaves.map((leave) => <Leave key={leave.id} leave={leave} onCase={onCase} />)}
      {adding ? <TakeLeave close={() => setAdding(false)} /> : <div><Button look="plain" compact onClick={() => setAdding(true)} data-testid="leave-add">{t('sittings.leave.add')}</Button></div>}
    </section>
  )
}

function Leave({ leave, onCase }: { leave: LeaveView; onCase: (caseId: string) => void }) {
  const { t, i18n } = useTranslation()
  const cancel = useLeaveAct(() => api('POST /leaves/{leaveId}/cancel', { path: { leaveId: leave.id } }))
  return (
    <div className={`notice stack tight small ${leave.clashes.length > 0 ? 'wait' : ''}`} data-testid="leave" data-clashes={leave.clashes.length}>
      <span>{t('sittings.leave.days', { first: plainDate(leave.firstDay, i18n.language), last: plainDate(leave.lastDay, i18n.language) })}</span>
      {leave.clashes.length > 0 && <b>{t('sittings.leave.clashes', { count: leave.clashes.length })}</b>}
      {leave.clashes.map((one) => (
        <button key={`${one.sittingId}${one.startsAt}`} type="button" className="link" onClick={() => onCase(one.caseId)} data-testid="leave-clash">{inChina(one.startsAt, i18n.language)} · {one.caseNumber}</button>
      ))}
      {leave.clashes.length > 0 && <span className="soft">{t('sittings.leave.what')}</span>}
      <Refused error={cancel.error} />
      <div><Button look="plain" compact busy={cancel.isPending} onClick={() => cancel.mutate(undefined)} data-testid="leave-cancel">{t('sittings.leave.cancel')}</Button></div>
    </div>
  )
}

function TakeLeave({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const today = toChinaField(new Date().toISOString()).slice(0, 10)
  const [id] = useState(() => uuid7())
  const [first, setFirst] = useState('')
  const [last, setLast] = useState('')
  const take = useLeaveAct(() => api('POST /leaves', { body: { id, firstDay: first, lastDay: last || first } }), close)
  return (
    <form className="stack tight" onSubmit={(event) => { event.preventDefault(); take.mutate(undefined) }} data-testid="leave-form">
      <p className="soft small">{t('sittings.leave.lead')}</p>
      <TextField type="date" label={t('sittings.leave.first')} required min={today} value={first} onChange={(event) => setFirst(event.target.value)} data-testid="leave-first" />
      <TextField type="date" label={t('sittings.leave.last')} min={first || today} value={last} onChange={(event) => setLast(event.target.value)} data-testid="leave-last" />
      <Refused error={take.error} />
      <div className="row"><Button type="submit" compact busy={take.isPending} disabled={first === ''} data-testid="leave-yes">{t('sittings.leave.add')}</Button><Button look="plain" compact onClick={close}>{t('ui.cancel')}</Button></div>
    </form>
  )
}
