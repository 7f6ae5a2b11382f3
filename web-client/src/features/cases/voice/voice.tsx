import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/lib/api'
import { uuid7 } from '@/lib/uuid7'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import { Complain } from './complain'
import './voice.css'

const questions = ['heard', 'neutral', 'understood', 'overall'] as const
const scores = [1, 2, 3, 4, 5] as const
type Question = (typeof questions)[number]

/** What a party says of the mediation to the organisation alone. */
export function Voice({ caseId }: { caseId: string }) {
  const opinion = useQuery({ queryKey: ['opinion', caseId], queryFn: () => api('GET /cases/{caseId}/opinion', { path: { caseId } }) })
  return (
    <>
      {opinion.data?.mayGive && <Opinion caseId={caseId} fewest={opinion.data.fewest} />}
      {opinion.data?.givenAt && <Thanks />}
      <Complain caseId={caseId} />
    </>
  )
}

function Thanks() {
  const { t } = useTranslation()
  return <p className="notice good" data-testid="opinion-done">{t('voice.opinion.done')}</p>
}

function Opinion({ caseId, fewest }: { caseId: string; fewest: number }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [clientId] = useState(() => uuid7())
  const [given, setGiven] = useState<Partial<Record<Question, number>>>({})
  const { heard, neutral, understood, overall } = given
  const give = useMutation({
    mutationFn: (body: Record<Question, number>) => api('POST /cases/{caseId}/opinion', { path: { caseId }, body: { clientId, ...body } }),
    onSuccess: (view) => queries.setQueryData(['opinion', caseId], view),
  })
  const ready = heard !== undefined && neutral !== undefined && understood !== undefined && overall !== undefined
  return (
    <form className="card stack voice" onSubmit={(event) => { event.preventDefault(); if (ready) give.mutate({ heard, neutral, understood, overall }) }} data-testid="opinion">
      <h2>{t('voice.opinion.title')}</h2>
      <p className="small soft">{t('voice.opinion.lead', { count: fewest })}</p>
      <p className="small">{t('voice.opinion.low')}<br />{t('voice.opinion.high')}</p>
      {questions.map((question) => (
        <fieldset key={question} className="scores">
          <legend>{t(`voice.opinion.${question}`)}</legend>
          {scores.map((score) => (
            <label key={score} className="score"><input type="radio" name={question} checked={given[question] === score} onChange={() => setGiven((now) => ({ ...now, [question]: score }))} data-testid={`opinion-${question}-${score}`} /><span>{score}</span></label>
          ))}
        </fieldset>
      ))}
      <Refused error={give.error} />
      <Button type="submit" whole disabled={!ready} busy={give.isPending} data-testid="opinion-send">{t('voice.opinion.send')}</Button>
    </form>
  )
}
