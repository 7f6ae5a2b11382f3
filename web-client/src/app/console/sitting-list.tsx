import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { CalendarFeed } from '@/features/rooms/sittings/calendar-feed'
import { Leaves } from '@/features/rooms/sittings/leaves'
import '@/features/rooms/sittings/sittings.css'
import { useOwnSittings } from '@/features/rooms/sittings/use-sittings'
import { inChina, toChinaField } from '@/lib/zones'

/** The mediator's next sittings in order, today's marked: the remote room opens by a press, else the case's papers. */
export const SittingList = memo(function SittingList({ onRoom, onCase }: { onRoom: (roomId: string) => void; onCase: (caseId: string) => void }) {
  const { t, i18n } = useTranslation()
  const own = useOwnSittings().data ?? []
  const today = toChinaField(new Date().toISOString()).slice(0, 10)
  const isToday = (at: string) => toChinaField(at).startsWith(today)
  return (
    <>
      <h2 className="queue-head">{t('sittings.list.title')} {own.length > 0 && <span className="badge">{own.length}</span>}</h2>
      <ul className="plain sitting-list" data-testid="sitting-list">
        {own.map((one) => (
          <li key={`${one.sittingId}${one.startsAt}`} className="queue-case">
            <button
              type="button" className="queue-row case-row" data-today={isToday(one.startsAt)} data-row={`${one.sittingId}${one.startsAt}`} data-testid="own-sitting"
              onClick={() => (one.isFixed && one.roomId !== null && one.place === null ? onRoom(one.roomId) : onCase(one.caseId))}
            >
              <span className="queue-title">{inChina(one.startsAt, i18n.language)}</span>
              <span className="soft small">{one.title} · <span className="number">{one.caseNumber}</span></span>
              <span className="row queue-marks">
                {isToday(one.startsAt) && <span className="badge accent">{t('sittings.list.today')}</span>}
                {!one.isFixed && <span className="badge wait">{t('sittings.list.proposed')}</span>}
                <span className="soft small">{t('sittings.minutes', { minutes: one.minutes })} · {one.place ?? t('sittings.remote')}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Leaves onCase={onCase} />
      <CalendarFeed />
    </>
  )
})
