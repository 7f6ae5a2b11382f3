import { useTranslation } from 'react-i18next'
import { capitals, parseYuan } from '@/lib/money'
import { Choice, Select, TextField } from '@/ui/field'

/** How long secret answers are open. */
const minutes = { minutes5: 5, minutes15: 15, hour: 60, day: 1_440 } as const

/** How the mediator asks: openly, for secret answers to the whole, or for secret sums. */
export interface Asking {
  way: 'Open' | 'Suggestion' | 'Bids'
  wait: keyof typeof minutes
  gap: string
}

export const askingOpenly: Asking = { way: 'Open', wait: 'minutes15', gap: '' }

const ways = ['Open', 'Suggestion', 'Bids'] as const
const waits = ['minutes5', 'minutes15', 'hour', 'day'] as const

export const gapOf = (asking: Asking): number | null => (asking.way === 'Bids' && asking.gap.trim() !== '' ? parseYuan(asking.gap) : null)

export const gapIsWrong = (asking: Asking): boolean => asking.way === 'Bids' && asking.gap.trim() !== '' && !((parseYuan(asking.gap) ?? 0) > 0)

export const closesAt = (asking: Asking, now: number): string => new Date(now + minutes[asking.wait] * 60_000).toISOString()

export function AskingFields({ asking, tried, onChange }: { asking: Asking; tried: boolean; onChange: (asking: Asking) => void }) {
  const { t } = useTranslation()
  const gap = parseYuan(asking.gap)
  return (
    <fieldset className="card flat stack" data-testid="asking">
      <legend className="label">{t('negotiation.asking.label')}</legend>
      {ways.map((way) => (
        <Choice key={way} name="asking" checked={asking.way === way} onChange={() => onChange({ ...asking, way })} data-testid={`asking-${way}`}>{t(`negotiation.asking.${way}`)}</Choice>
      ))}
      {asking.way !== 'Open' && (
        <Select label={t('negotiation.asking.minutes')} value={asking.wait} onChange={(event) => onChange({ ...asking, wait: event.target.value as Asking['wait'] })} data-testid="asking-minutes">
          {waits.map((wait) => <option key={wait} value={wait}>{t(`negotiation.asking.length.${wait}`)}</option>)}
        </Select>
      )}
      {asking.way === 'Bids' && (
        <TextField
          label={t('negotiation.asking.gap')} hint={gap !== null && gap > 0 ? capitals(gap) : t('negotiation.asking.gapHint')} inputMode="decimal" value={asking.gap}
          wrong={tried && gapIsWrong(asking) ? t('negotiation.fault.amount') : null} onChange={(event) => onChange({ ...asking, gap: event.target.value })} data-testid="asking-gap"
        />
      )}
    </fieldset>
  )
}
