import { useTranslation } from 'react-i18next'
import { sizeOf } from '@/features/evidence/upload'
import { shortTime } from '@/lib/time'
import { Choice } from '@/ui/field'
import type { StepProps } from '../apply/step-props'
import { Earlier } from './earlier'
import { exhibitOf, useChannel } from './use-channel'

/** Exhibits shown in the standing room; only those that are ticked are copied into the case. */
export function ChannelExhibitsStep({ application, change, wrong, roomId }: StepProps & { roomId: string }) {
  const { t, i18n } = useTranslation()
  const channel = useChannel(roomId)
  const shown = channel.entries.filter((entry) => entry.kind === 'Exhibit').map(exhibitOf)
  return (
    <>
      <p className="soft">{t('enterprises.dispute.exhibitsLead')}</p>
      {wrong('exhibitIds') && <p className="wrong">{wrong('exhibitIds')}</p>}
      <Earlier channel={channel} />
      {channel.query.isSuccess && shown.length === 0 && <p className="notice">{t('enterprises.dispute.noExhibits')}</p>}
      <div className="choices" data-testid="channel-exhibits">
        {shown.map((exhibit) => (
          <Choice
            key={exhibit.id} type="checkbox" checked={application.exhibits.some((one) => one.id === exhibit.id)} data-testid="channel-exhibit"
            onChange={(event) => change((now) => ({ ...now, exhibits: event.target.checked ? [...now.exhibits, exhibit] : now.exhibits.filter((one) => one.id !== exhibit.id) }))}
          >
            <b>{exhibit.name}</b><br />
            <span className="small soft">{sizeOf(exhibit.size)} · {t('enterprises.dispute.shownBy', { name: exhibit.uploadedByName, time: shortTime(exhibit.uploadedAt, i18n.language) })}</span>
          </Choice>
        ))}
      </div>
    </>
  )
}
