import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SittingView, SittingWord } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import { BothTimes } from './both-times'
import { useSittingAct } from './use-sittings'

const words: readonly SittingWord[] = ['Prefer', 'Can', 'Cannot']

/** Each proposed time with three large buttons for one thumb; sent together. */
export function AnswerTimes({ caseId, sitting }: { caseId: string; sitting: SittingView }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(() => sitting.times.map((time) => time.mine))
  const answered = sitting.times.every((time) => time.mine !== null)
  const same = sitting.times.every((time, at) => time.mine === chosen[at])
  const answer = useSittingAct((given: SittingWord[]) => api('POST /cases/{caseId}/sittings/{sittingId}/answer', { path: { caseId, sittingId: sitting.id }, body: { words: given } }))
  const complete = chosen.filter((word) => word !== null)
  return (
    <section className="card stack" data-testid="answer-times">
      <h2>{t('sittings.answer.title')}</h2>
      <p className="soft small">{t('sittings.answer.lead')}</p>
      <ul className="plain stack">
        {sitting.times.map((time, at) => (
          <li key={time.number} className="stack tight time-choice" data-testid="time">
            <BothTimes at={time.startsAt} />
            <span className="soft small">{t('sittings.about', { minutes: time.minutes })} · {time.place ?? t('sittings.remote')}</span>
            <div className="thumbs" role="group" aria-label={t('sittings.answer.group')}>
              {words.map((word) => (
                <button key={word} type="button" className="thumb" data-word={word} aria-pressed={chosen[at] === word} onClick={() => setChosen((now) => now.map((old, other) => (other === at ? word : old)))} data-testid={`word-${word}`}>
                  {t(`sittings.word.${word}`)}
                </button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <Refused error={answer.error} />
      {answered && same && <p className="notice good" role="status" data-testid="answered">{t('sittings.answer.thanks')}</p>}
      {!(answered && same) && <Button whole disabled={complete.length < sitting.times.length} busy={answer.isPending} onClick={() => answer.mutate(complete)} data-testid="answer-send">{t(answered ? 'sittings.answer.change' : 'sittings.answer.send')}</Button>}
    </section>
  )
}
