import { useTranslation } from 'react-i18next'
import type { SittingView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import { BothTimes } from './both-times'
import { CallOff } from './call-off'
import { useSittingAct } from './use-sittings'

/** What the parties said to each time; the mediator fixes one. */
export function ChooseTime({ caseId, sitting }: { caseId: string; sitting: SittingView }) {
  const { t } = useTranslation()
  const fix = useSittingAct((number: number) => api('POST /cases/{caseId}/sittings/{sittingId}/fix', { path: { caseId, sittingId: sitting.id }, body: { number } }))
  return (
    <section className="card stack" data-testid="choose-time">
      <h3>{t('sittings.choose.title')}</h3>
      {sitting.waiting.length > 0 && <p className="notice wait small" data-testid="sitting-waiting">{t('sittings.choose.waiting', { names: sitting.waiting.join(t('ui.comma')) })}</p>}
      <ul className="plain stack">
        {sitting.times.map((time) => (
          <li key={time.number} className="stack tight time-choice" data-testid="choose-slot">
            <BothTimes at={time.startsAt} />
            <span className="soft small">{t('sittings.about', { minutes: time.minutes })} · {time.place ?? t('sittings.remote')}</span>
            <span className="row close">{time.answers.map((answer) => <span key={answer.partyId} className={`badge ${answer.word === 'Cannot' ? 'stop' : 'good'}`} data-word={answer.word}>{answer.partyName} {t(`sittings.word.${answer.word}`)}</span>)}</span>
            <Button look="quiet" compact busy={fix.isPending && fix.variables === time.number} onClick={() => fix.mutate(time.number)} data-testid="fix">{t('sittings.choose.fix')}</Button>
          </li>
        ))}
      </ul>
      <Refused error={fix.error} />
      <CallOff caseId={caseId} sittingId={sitting.id} label={t('sittings.choose.takeBack')} />
    </section>
  )
}
