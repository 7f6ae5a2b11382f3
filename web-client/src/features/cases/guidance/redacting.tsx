import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { Pieces } from '@/ui/pieces'
import { Refused } from '@/ui/states'
import type { useRedaction } from './use-redaction'

export type Field = 'subject' | 'facts' | 'question' | 'text'

interface Props {
  check: ReturnType<typeof useRedaction>
  fields: readonly Field[]
  vouched: readonly string[]
  vouch: (words: readonly string[]) => void
  replace: (texts: readonly string[]) => void
}

/** What the check has found, how the text would read, and one press that makes it so. */
export function Redacting({ check, fields, vouched, vouch, replace }: Props) {
  const { t } = useTranslation()
  if (check.blank) return null
  return (
    <section className="stack tight redacting" data-testid="redacting" data-found={check.found} data-current={check.current}>
      <Refused error={check.error} />
      <div role="status">
        {!check.current && check.found === 0 && <p className="soft small">{t('guidance.checking')}</p>}
        {check.clean && <p className="notice good small">{t('guidance.clean')}</p>}
        {check.found > 0 && <p className="notice stop"><b>{t('guidance.found', { count: check.found })}</b></p>}
      </div>
      {check.views.map((view, at) => view.recognised.length > 0 && (
        <div key={fields[at]} className="stack tight redacted-field" data-testid={`redacted-${fields[at]}`}>
          <b className="small">{t(`guidance.in.${fields[at] ?? 'text'}`)}</b>
          <ul className="plain stack tight">
            {view.recognised.map((one) => (
              <li key={one.start} className="row recognised" data-testid="recognised" data-word={one.text}>
                <mark>{one.text}</mark>
                <span className="small soft">{t(`guidance.kind.${one.kind}`)} · {t('guidance.as', { label: one.label })}</span>
                {one.mayVouch && <Button compact look="plain" onClick={() => vouch([...new Set([...vouched, one.text])])} data-testid="vouch">{t('guidance.vouch', { word: one.text })}</Button>}
              </li>
            ))}
          </ul>
          <span className="small soft">{t('guidance.difference')}</span>
          <p className="guidance-words redaction-difference" data-testid="redaction-difference"><Pieces pieces={view.difference} /></p>
        </div>
      ))}
      {vouched.length > 0 && (
        <p className="small row" data-testid="vouched">
          <span>{t('guidance.vouched', { words: vouched.join(t('ui.comma')) })}</span>
          <Button compact look="plain" onClick={() => vouch([])}>{t('guidance.unvouch')}</Button>
        </p>
      )}
      {check.found > 0 && <Button disabled={!check.current} onClick={() => replace(check.views.map((view) => view.redacted))} data-testid="redact">{t('guidance.replace')}</Button>}
    </section>
  )
}
