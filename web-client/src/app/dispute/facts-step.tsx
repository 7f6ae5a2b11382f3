import { useTranslation } from 'react-i18next'
import type { TextBody } from '@/features/rooms/bodies'
import { shortTime } from '@/lib/time'
import { Button } from '@/ui/button'
import { TextArea, TextField } from '@/ui/field'
import { KindChoice } from '../apply/kind-choice'
import type { StepProps } from '../apply/step-props'
import { Earlier } from './earlier'
import { useChannel } from './use-channel'

export function FactsStep({ application, change, wrong, roomId }: StepProps & { roomId: string }) {
  const { t } = useTranslation()
  return (
    <>
      <KindChoice value={application.kind} onChange={(kind) => change({ kind })} wrong={wrong('kind')} />
      <TextField label={t('apply.titleLabel')} maxLength={120} value={application.title} wrong={wrong('title')} onChange={(event) => change({ title: event.target.value })} data-testid="title" />
      <TextArea label={t('enterprises.dispute.factsLabel')} hint={t('enterprises.dispute.factsHint')} maxLength={10_000} rows={7} value={application.whatHappened} wrong={wrong('whatHappened') ?? wrong('facts')} onChange={(event) => change({ whatHappened: event.target.value })} data-testid="facts" />
      <Passages facts={application.whatHappened} roomId={roomId} take={(text) => change((now) => ({ ...now, whatHappened: [now.whatHappened.trimEnd(), text].filter(Boolean).join('\n') }))} />
    </>
  )
}

/** Everything that was said in the room, each passage to be taken by a tap of its own. */
function Passages({ facts, roomId, take }: { facts: string; roomId: string; take: (text: string) => void }) {
  const { t, i18n } = useTranslation()
  const channel = useChannel(roomId)
  const said = channel.entries.filter((entry) => entry.kind === 'Message')
  return (
    <details className="card flat stack" data-testid="passages">
      <summary><b>{t('enterprises.dispute.quote')}</b></summary>
      <p className="soft small">{t('enterprises.dispute.quoteLead')}</p>
      <Earlier channel={channel} />
      {channel.query.isSuccess && said.length === 0 && <p className="soft">{t('enterprises.dispute.noMessages')}</p>}
      <ul className="plain stack">
        {said.map((entry) => {
          const { text } = entry.body as TextBody
          const taken = facts.includes(text)
          return (
            <li key={entry.sequence} className="passage">
              <span><span className="small soft">{entry.authorName} · {shortTime(entry.sentAt, i18n.language)}</span><br /><span className="passage-text">{text}</span></span>
              <Button look="quiet" compact disabled={taken} onClick={() => take(text)} data-testid="take">{t(taken ? 'enterprises.dispute.taken' : 'enterprises.dispute.take')}</Button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
