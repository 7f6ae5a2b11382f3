import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseFiledView, EnterpriseView, OpenDisputeRequest } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Refusal } from '@/lib/refusal'
import { Button } from '@/ui/button'
import { Loading, Refused } from '@/ui/states'
import { requestOf, useApplication, type Application } from '../apply/application'
import { ClaimsStep } from '../apply/claims-step'
import { faultsOf } from '../apply/faults'
import { Filed } from '../apply/filed'
import { OthersStep } from '../apply/others-step'
import { useWrong } from '../apply/step-props'
import { ChannelExhibitsStep } from './channel-exhibits-step'
import { DisputeReview } from './dispute-review'
import { FactsStep } from './facts-step'
import '../apply/texts'

const steps = ['facts', 'exhibits', 'others', 'claims', 'review'] as const
/** The steps of the plain application whose checks hold here too; exhibits have none. */
const sameChecks = [1, 4, 2, 3, 5] as const
const stepOf = (path: string) => (path.startsWith('respondents') ? 2 : path.startsWith('claims') ? 3 : path.startsWith('exhibit') ? 1 : 0)

function disputeOf(application: Application): OpenDisputeRequest {
  const { requestId, kind, title, whatHappened, respondents, claims, exhibitIds } = requestOf(application)
  return { requestId, kind, title, facts: whatHappened, respondents, claims, exhibitIds }
}

/** A dispute is written step by step and kept on this device until it is filed; only what stands here goes into the case. */
export function DisputeForm({ enterprise }: { enterprise: EnterpriseView }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { application, change, forget, storageFailed } = useApplication(`dispute:${enterprise.id}`)
  const [tried, setTried] = useState(false)
  const [filed, setFiled] = useState<CaseFiledView | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const filing = useMutation({
    mutationFn: (body: OpenDisputeRequest) => api('POST /enterprises/{id}/disputes', { path: { id: enterprise.id }, body }),
    onSuccess: async (view) => {
      setFiled(view)
      await forget()
      await queries.invalidateQueries({ predicate: ({ queryKey: [what] }) => what === 'enterprise' || what === 'cases' })
    },
    onError: (error) => {
      const [first] = error instanceof Refusal ? Object.keys(error.errors) : []
      if (first !== undefined) go(stepOf(first))
    },
  })
  const step = application?.step ?? 0
  const name = steps[step] ?? 'facts'
  const faults = application && tried ? faultsOf(sameChecks[step] ?? 5, application) : {}
  const wrong = useWrong(faults, filing.error instanceof Refusal ? filing.error.errors : {})
  useEffect(() => heading.current?.focus({ preventScroll: false }), [step, filed])
  if (filed) return <Filed filed={filed} heading={heading} />
  if (!application) return <Loading />

  const go = (to: number) => { setTried(false); change({ step: to }); window.scrollTo({ top: 0 }) }
  const next = () => {
    const fine = Object.keys(faultsOf(sameChecks[step] ?? 5, application)).length === 0
    setTried(!fine)
    if (fine) go(step + 1)
    else requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"], .wrong')?.scrollIntoView({ block: 'center' }))
  }
  const props = { application, change, wrong }
  return (
    <>
      <header className="stack tight">
        <p className="soft small">{t('enterprises.dispute.title')} · {enterprise.name} · {t('apply.stepOf', { step: step + 1, all: steps.length })}</p>
        <h1 ref={heading} tabIndex={-1}>{t(`enterprises.dispute.steps.${name}`)}</h1>
        <progress className="steps" value={step + 1} max={steps.length} aria-label={t('apply.stepOf', { step: step + 1, all: steps.length })} />
        <p className="small soft">{t(storageFailed ? 'rooms.storageFailed' : 'apply.kept')}</p>
      </header>
      {name !== 'review' && (
        <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); next() }}>
          {name === 'facts' && <FactsStep {...props} roomId={enterprise.roomId} />}
          {name === 'exhibits' && <ChannelExhibitsStep {...props} roomId={enterprise.roomId} />}
          {name === 'others' && <OthersStep {...props} />}
          {name === 'claims' && <ClaimsStep {...props} />}
          <Button type="submit" whole data-testid="next">{t('ui.next')}</Button>
        </form>
      )}
      {name === 'review' && <DisputeReview enterprise={enterprise} application={application} go={go} />}
      {name === 'review' && <Button whole busy={filing.isPending} onClick={() => filing.mutate(disputeOf(application))} data-testid="file">{t('enterprises.dispute.file')}</Button>}
      <Refused error={filing.error} />
      {step > 0 && <Button look="plain" onClick={() => go(step - 1)} data-testid="back">{t('ui.back')}</Button>}
    </>
  )
}
