import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Dialog } from '@/ui/dialog'
import { PanelForm } from './panel-form'

interface Props {
  caseId: string
  /** It stands in the panel itself: more colleagues are asked in. */
  inside: boolean
  /** Opens the panel's pane beside this one. */
  opened: (roomId: string) => void
}

/** The presiding mediator consults colleagues: opens the case's panel, or asks more of them in. */
export function PanelButton({ caseId, inside, opened }: Props) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <button type="button" className="button small-button quiet" onClick={() => setAsking(true)} data-testid="panel-open">{t(inside ? 'panel.more' : 'panel.open')}</button>
      <Dialog title={t('panel.title')} open={asking} close={() => setAsking(false)} testId="panel-dialog">
        <PanelForm caseId={caseId} inside={inside} opened={(roomId) => { flushSync(() => setAsking(false)); opened(roomId) }} close={() => setAsking(false)} />
      </Dialog>
    </>
  )
}
