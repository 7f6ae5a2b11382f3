import { useTranslation } from 'react-i18next'
import type { MediatorView } from '@/contracts/realtime'
import { plainDate } from '@/lib/time'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'

/** Whoever chooses a mediator who is away does so knowing the day of his return. */
export function AwayQuestion({ mediator, close, choose }: { mediator: MediatorView | null; close: () => void; choose: (one: MediatorView) => void }) {
  const { t, i18n } = useTranslation()
  return (
    <Dialog title={t('cases.choose.awayTitle')} open={mediator !== null} close={close} testId="away-question">
      {mediator?.awayUntil && (
        <div className="stack">
          <p>{t('cases.choose.awayText', { name: mediator.name, day: plainDate(mediator.awayUntil, i18n.language) })}</p>
          <div className="row">
            <Button onClick={() => choose(mediator)} data-testid="away-yes">{t('cases.choose.awayYes')}</Button>
            <Button look="plain" onClick={close}>{t('cases.choose.awayNo')}</Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}
