import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PublishedCheckpointView } from '@/contracts/realtime'
import { addressOf, api } from '@/lib/api'
import { fullTime } from '@/lib/time'
import { Loading, Refused } from '@/ui/states'

/** For anybody: the published checkpoints of the platform's log, the newest first. */
export default function LogPage() {
  const { t } = useTranslation()
  const log = useQuery({ queryKey: ['log'], queryFn: () => api('GET /checkpoints') })
  return (
    <div className="page stack loose" data-testid="log-page">
      <header className="stack tight">
        <h1>{t('rooms.log.title')}</h1>
        <p className="soft">{t('rooms.log.lead')}</p>
      </header>
      {log.isPending && <Loading />}
      <Refused error={log.error} />
      {log.data?.checkpoints.length === 0 && <p>{t('rooms.log.none')}</p>}
      {log.data?.acts.length ? (
        <section className="card stack">
          <h2>{t('rooms.log.acts')}</h2>
          {log.data.acts.map((act) => <pre key={act.index} className="small">{act.text}</pre>)}
        </section>
      ) : null}
      {log.data?.checkpoints.map((checkpoint) => <Checkpoint key={checkpoint.size} checkpoint={checkpoint} />)}
    </div>
  )
}

function Checkpoint({ checkpoint }: { checkpoint: PublishedCheckpointView }) {
  const { t, i18n } = useTranslation()
  return (
    <section className="card stack tight">
      <h2>{t('rooms.log.size', { size: checkpoint.size })}</h2>
      <p className="soft"><time dateTime={checkpoint.madeAt}>{fullTime(checkpoint.madeAt, i18n.language)}</time> {checkpoint.timestamped && t('rooms.log.stamped')}</p>
      <details>
        <summary>{t('rooms.log.note')}</summary>
        <pre className="small" style={{ overflowX: 'auto' }}>{checkpoint.note}</pre>
        <a href={addressOf(`/checkpoints/${String(checkpoint.size)}`)}>{t('rooms.log.download')}</a>
      </details>
    </section>
  )
}
