import { useTranslation } from 'react-i18next'
import type { AgreementView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import { useAgreementAct } from '../use-signing'

const numbers = (all: readonly (number | null)[]): number[] => [...new Set(all.filter((one) => one !== null))]

/** What the law keeps from electronic signature goes, in one tap, into the part that is signed by hand. */
export function SplitOff({ view, saved }: { view: AgreementView; saved: boolean }) {
  const { t } = useTranslation()
  const found = view.findings.filter((finding) => finding.code === 'personal-status')
  const [clauses, obligations] = [numbers(found.map((finding) => finding.clause)), numbers(found.map((finding) => finding.obligation))]
  const split = useAgreementAct(view.caseId, () => api('POST /cases/{id}/agreement/paper/split', { path: { id: view.caseId }, body: { expectedVersion: view.version, clauses, obligations } }))
  if (found.length === 0) return null
  return (
    <section className="notice wait" data-testid="split-off">
      <b>{t('drafting.paper.splitTitle')}</b>
      <span>{t('drafting.paper.splitText')}</span>
      <div className="row"><Button compact disabled={!saved} busy={split.isPending} onClick={() => split.mutate(undefined)} data-testid="split-yes">{t('drafting.paper.split', { count: clauses.length + obligations.length })}</Button></div>
      <Refused error={split.error} />
    </section>
  )
}
