import { useTranslation } from 'react-i18next'
import { Press } from '@/ui/press'

/** Up, down, away: for a row that stands in an order. */
export function RowTools({ name, number, count, move, remove }: { name: string; number: number; count: number; move: (by: 1 | -1) => void; remove: () => void }) {
  const { t } = useTranslation()
  return (
    <span className="row-tools">
      <Press className="row-tool" disabled={number === 1} onClick={() => move(-1)} aria-label={t('drafting.up', { name })} title={t('drafting.up', { name })}>↑</Press>
      <Press className="row-tool" disabled={number === count} onClick={() => move(1)} aria-label={t('drafting.down', { name })} title={t('drafting.down', { name })}>↓</Press>
      <button type="button" className="row-tool" onClick={remove} aria-label={t('drafting.remove', { name })} title={t('drafting.remove', { name })} data-testid="row-remove">✕</button>
    </span>
  )
}
