import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { capitals, figures } from '@/lib/money'
import { Button } from '@/ui/button'
import { Choice, TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { amountOf, plainYuan } from './performance-view'

/** What a form asks for; what is not named is not asked. */
export interface Ask {
  title: string
  hint?: string
  submit: string
  /** In fen: the most that can be said, and what stands there at first. */
  amount?: { most: number; first: number | null }
  /** The latest day, and the one that stands there at first (yyyy-mm-dd). */
  day?: string
  note?: { label: string; hint?: string; needed: boolean }
  /** Of what is not money: whether it is a part only, which then has to be described. */
  part?: boolean
}

export interface Said {
  amountFen: number | null
  on: string
  note: string
  isPart: boolean
}

interface Props {
  ask: Ask
  act: { isPending: boolean; error: unknown; mutate: (said: Said, then: { onSuccess: () => void }) => void }
  close: () => void
}

/** One act on an obligation: amount, day, words, as far as it needs them. */
export function ActForm({ ask, act, close }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(ask.amount?.first ? plainYuan(ask.amount.first) : '')
  const [on, setOn] = useState(ask.day ?? '')
  const [note, setNote] = useState('')
  const [isPart, setPart] = useState(false)
  const most = ask.amount?.most ?? 0
  const fen = ask.amount ? amountOf(typed, most) : null
  const needsNote = ask.note?.needed === true || isPart
  const ready = (!ask.amount || fen !== null) && (ask.day === undefined || on !== '') && (!needsNote || note.trim() !== '')
  const wrong = typed !== '' && fen === null ? t('performance.form.amountWrong', { most: figures(most) }) : null
  return (
    <form className="card flat stack act-form" onSubmit={(event) => { event.preventDefault(); act.mutate({ amountFen: fen, on, note: note.trim(), isPart }, { onSuccess: close }) }} data-testid="act-form">
      <h3>{ask.title}</h3>
      {ask.hint && <p className="soft small">{ask.hint}</p>}
      {ask.amount && (
        <div className="stack tight">
          <TextField label={t('performance.form.amount')} hint={t('performance.form.amountMost', { most: figures(most) })} wrong={wrong} inputMode="decimal" autoComplete="off" required value={typed} onChange={(event) => setTyped(event.target.value)} data-testid="act-amount" />
          {fen !== null && <span className="soft small" lang="zh-CN" data-testid="act-capitals">{capitals(fen)}</span>}
        </div>
      )}
      {ask.day !== undefined && <TextField type="date" label={t('performance.form.day')} required max={ask.day} value={on} onChange={(event) => setOn(event.target.value)} data-testid="act-day" />}
      {ask.part && <Choice type="checkbox" checked={isPart} onChange={(event) => setPart(event.target.checked)} data-testid="act-part">{t('performance.form.onlyPart')}</Choice>}
      {ask.note && (
        <TextArea
          label={isPart ? t('performance.form.which') : needsNote ? ask.note.label : t('ui.optional', { label: ask.note.label })} hint={ask.note.hint} required={needsNote}
          rows={2} maxLength={1_000} value={note} onChange={(event) => setNote(event.target.value)} data-testid="act-note"
        />
      )}
      <Refused error={act.error} />
      <div className="row">
        <Button type="submit" disabled={!ready} busy={act.isPending} data-testid="act-send">{ask.submit}</Button>
        <Button look="plain" onClick={close} data-testid="act-cancel">{t('ui.cancel')}</Button>
      </div>
    </form>
  )
}
