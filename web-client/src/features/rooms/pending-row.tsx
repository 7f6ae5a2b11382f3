import { useTranslation } from 'react-i18next'
import type { OutboxItem } from '@/realtime'

/** A line on its way: safe on this device, not yet on the record. */
export function PendingRow({ item }: { item: OutboxItem }) {
  const { t } = useTranslation()
  return (
    <article className="entry mine pending" data-testid="pending">
      <div className="bubble">{item.text}</div>
      <span className="entry-seen soft">{t(item.sequence === null ? 'rooms.sending' : item.sequence === 0 ? 'holding.waits' : 'rooms.sent')}</span>
    </article>
  )
}
