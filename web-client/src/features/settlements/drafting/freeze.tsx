import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import { useAgreementAct } from '../use-signing'

/** Fixes the text to exact bytes; from then on it is read and signed, no longer written. */
export function Freeze({ view, saved }: { view: AgreementView; saved: boolean }) {
  const { t } = useTranslation()
  const [sure, setSure] = useState(false)
  const freeze = useAgreementAct(view.caseId, () => api('POST /cases/{id}/agreement/freeze', { path: { id: view.caseId }, body: { expectedVersion: view.version } }))
  const ready = saved && view.mayFreeze
  if (!sure || !ready) {
    return (
      <div className="stack tight">
        <Button whole disabled={!ready} onClick={() => setSure(true)} data-testid="freeze">{t('drafting.freeze')}</Button>
        {!ready && <p className="soft small" data-testid="freeze-why">{t(saved ? 'drafting.freezeBlocked' : 'drafting.freezeUnsaved')}</p>}
        <Refused error={freeze.error} />
      </div>
    )
  }
  return (
    <section className="notice wait" data-testid="freeze-sure">
      <b>{t('drafting.freezeSure', { version: view.version })}</b>
      <span>{t('drafting.freezeText')}</span>
      <div className="row">
        <Button compact busy={freeze.isPending} onClick={() => freeze.mutate(undefined)} data-testid="freeze-yes">{t('drafting.freezeYes')}</Button>
        <Button look="plain" compact onClick={() => setSure(false)}>{t('ui.cancel')}</Button>
      </div>
      <Refused error={freeze.error} />
    </section>
  )
}
