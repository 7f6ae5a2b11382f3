import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AskablePairingView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Refusal } from '@/lib/refusal'
import { sentenceOf } from '@/lib/sentence'
import { uuid7 } from '@/lib/uuid7'
import { Button } from '@/ui/button'
import { Select, TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/states'
import { draftOf, keepDraft, type Draft } from './drafts'
import { Redacting, type Field } from './redacting'
import { useRedaction } from './use-redaction'

const fields = ['subject', 'facts', 'question'] as const satisfies readonly Field[]

/** Subject, facts, question; checked while they are written, sent when nobody is recognised in them. */
export function AskForm({ caseId, personId, pairings, asked }: { caseId: string; personId: string; pairings: readonly AskablePairingView[]; asked: () => void }) {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const able = pairings.filter((one) => one.guides > 0)
  const [draft, setDraft] = useState<Draft>(() => draftOf(personId, caseId) ?? { clientId: uuid7(), pairingId: able[0]?.id ?? '', subject: '', facts: '', question: '', vouched: [] })
  const change = (part: Partial<Draft>) => {
    // Other words are another act.
    const next = { ...draft, clientId: uuid7(), ...part }
    setDraft(next)
    keepDraft(personId, caseId, next)
    send.reset()
  }
  const texts = fields.map((field) => draft[field])
  const check = useRedaction(caseId, texts, draft.vouched)
  const send = useMutation({
    mutationFn: () => api('POST /cases/{caseId}/guidance', { path: { caseId }, body: { ...draft, vouched: [...draft.vouched] } }),
    onSuccess: (view) => {
      keepDraft(personId, caseId, null)
      queries.setQueryData(['guidance', caseId], view)
      asked()
    },
  })
  const wrong = (field: Field) => {
    const found = send.error instanceof Refusal ? send.error.errors[field] : undefined
    return found ? sentenceOf(new Refusal(found, 422), i18n.language) : null
  }
  const whole = texts.every((text) => text.trim() !== '')
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); send.mutate() }} data-testid="ask-form">
      <Select label={t('guidance.whom')} value={draft.pairingId} onChange={(event) => change({ pairingId: event.target.value })} data-testid="ask-pairing">
        {pairings.map((one) => <option key={one.id} value={one.id} disabled={one.guides === 0}>{one.guides === 0 ? `${one.partnerName} · ${t('guidance.noGuides')}` : t('guidance.pairing', { name: one.partnerName, count: one.guides })}</option>)}
      </Select>
      <TextField label={t('guidance.subject')} required maxLength={80} value={draft.subject} wrong={wrong('subject')} onChange={(event) => change({ subject: event.target.value })} data-testid="ask-subject" />
      <TextArea label={t('guidance.facts')} hint={t('guidance.factsHint')} required rows={7} maxLength={3_000} value={draft.facts} wrong={wrong('facts')} onChange={(event) => change({ facts: event.target.value })} data-testid="ask-facts" />
      <TextArea label={t('guidance.question')} required rows={3} maxLength={1_000} value={draft.question} wrong={wrong('question')} onChange={(event) => change({ question: event.target.value })} data-testid="ask-question" />
      <Redacting
        check={check} fields={fields} vouched={draft.vouched} vouch={(vouched) => change({ vouched })}
        replace={([subject = '', facts = '', question = '']) => change({ subject: subject.slice(0, 80), facts, question })}
      />
      <Refused error={send.error} />
      <div className="row"><Button type="submit" busy={send.isPending} disabled={!whole || !check.clean || draft.pairingId === ''} data-testid="ask-send">{t('guidance.send')}</Button></div>
    </form>
  )
}
