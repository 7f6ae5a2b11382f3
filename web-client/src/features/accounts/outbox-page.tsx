import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '@/lib/api'
import { fullTime } from '@/lib/time'
import { Empty, Failed, Loading } from '@/ui/states'

/** Development only: the messages that would have gone out as SMS or mail. */
export default function OutboxPage() {
  const { t, i18n } = useTranslation()
  const outbox = useQuery({ queryKey: ['outbox'], queryFn: () => api('GET /outbox'), refetchInterval: 3_000 })
  if (outbox.isPending) return <Loading />
  if (outbox.isError) return <Failed error={outbox.error} />
  return (
    <div className="page stack" data-testid="outbox-page">
      <h1>{t('accounts.outbox.title')}</h1>
      <p className="notice wait">{t('accounts.outbox.lead')}</p>
      {outbox.data.length === 0 && <Empty title={t('accounts.outbox.none')} />}
      <ul className="plain stack">
        {outbox.data.map((message) => (
          <li key={message.id} className="card stack tight" data-testid="outbox-message" data-to={message.to}>
            <span className="row apart"><b className="number">{message.to}</b><span className="soft small">{message.channel} · {fullTime(message.at, i18n.language)}</span></span>
            <span>{message.text}</span>
            {message.code && <b className="number" data-testid="outbox-code" style={{ fontSize: '1.5rem', letterSpacing: '0.2em' }}>{message.code}</b>}
            {message.link && <a href={message.link} data-testid="outbox-link">{message.link}</a>}
          </li>
        ))}
      </ul>
    </div>
  )
}
