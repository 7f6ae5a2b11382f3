import { useTranslation } from 'react-i18next'
import { plainDate } from '@/lib/time'
import { inChina } from '@/lib/zones'
import { Select, TextField } from '@/ui/field'
import { clashesOf, type TimeDraft } from './time-draft'
import { useLeaves, useOwnSittings } from './use-sittings'

const lengths = [30, 45, 60, 90, 120, 180, 240]

/** One time with its length and place; what else the mediator has then is shown while he types. */
export function TimeFields({ draft, change, except }: { draft: TimeDraft; change: (draft: TimeDraft) => void; except?: string | undefined }) {
  const { t, i18n } = useTranslation()
  const clashes = clashesOf(draft, useOwnSittings().data ?? [], except)
  const leave = (useLeaves().data ?? []).find((one) => draft.at !== '' && one.firstDay <= draft.at.slice(0, 10) && draft.at.slice(0, 10) <= one.lastDay)
  return (
    <div className="stack tight">
      <TextField type="datetime-local" label={t('sittings.propose.start')} required value={draft.at} onChange={(event) => change({ ...draft, at: event.target.value })} data-testid="time-at" />
      <div className="time-pair">
        <Select label={t('sittings.propose.length')} value={draft.minutes} onChange={(event) => change({ ...draft, minutes: Number((event.target).value) })} data-testid="time-minutes">
          {lengths.map((minutes) => <option key={minutes} value={minutes}>{t('sittings.minutes', { minutes })}</option>)}
        </Select>
        <TextField label={t('sittings.propose.place')} placeholder={t('sittings.remote')} maxLength={120} value={draft.place} onChange={(event) => change({ ...draft, place: event.target.value })} data-testid="time-place" />
      </div>
      {leave && <p className="notice small stop" role="status" data-testid="on-leave">{t('sittings.leave.onLeave', { first: plainDate(leave.firstDay, i18n.language), last: plainDate(leave.lastDay, i18n.language) })}</p>}
      {clashes.map((one) => (
        <p key={`${one.sittingId}${one.startsAt}`} className={`notice small ${one.isFixed ? 'stop' : 'wait'}`} role="status" data-testid="clash" data-fixed={one.isFixed}>
          {t(one.isFixed ? 'sittings.propose.clash' : 'sittings.propose.mayClash', { time: inChina(one.startsAt, i18n.language), number: one.caseNumber })}
        </p>
      ))}
    </div>
  )
}
