import { useTranslation } from 'react-i18next'
import { Failed } from '@/ui/states'
import { AnswerTimes } from './answer-times'
import { BothTimes } from './both-times'
import { ChooseTime } from './choose-time'
import { FixedSitting } from './fixed-sitting'
import { ProposeTimes } from './propose-times'
import './sittings.css'
import { useSittings } from './use-sittings'
import { ZoneChoice } from './zone-choice'

/** When a case is heard: the next sitting, times to answer or to choose from, and for the mediator the way to propose. */
export function Sittings({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const sittings = useSittings(caseId)
  if (sittings.isPending) return null
  if (sittings.isError) return <Failed error={sittings.error} retry={() => void sittings.refetch()} />
  const view = sittings.data
  return (
    <>
      {view.sittings.map((one) => (
        one.state === 'Fixed' ? <FixedSitting key={one.id} caseId={caseId} roomId={view.roomId} sitting={one} />
        : one.state === 'Cancelled' ? (
          <section key={one.id} className="notice stop" data-testid="sitting-cancelled">
            <b>{t('sittings.cancelled')}</b>
            {one.startsAt !== null && <BothTimes at={one.startsAt} />}
            {one.reason && <span>{t('sittings.because', { reason: one.reason })}</span>}
          </section>
        )
        : one.mayAct.includes('fix') ? <ChooseTime key={one.id} caseId={caseId} sitting={one} />
        : one.mayAct.includes('answer') && <AnswerTimes key={one.id} caseId={caseId} sitting={one} />
      ))}
      {view.sittings.length > 0 && <ZoneChoice />}
      {view.mayPropose && <ProposeTimes caseId={caseId} />}
    </>
  )
}
