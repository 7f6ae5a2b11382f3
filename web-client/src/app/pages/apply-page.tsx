import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '@/features/accounts/me'
import type { CaseFiledView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Refusal } from '@/lib/refusal'
import { Button } from '@/ui/button'
import { Loading, Refused } from '@/ui/states'
import { requestOf, useApplication } from '../apply/application'
import '../apply/apply.css'
import { ClaimsStep } from '../apply/claims-step'
import { ExhibitsStep } from '../apply/exhibits-step'
import { faultsOf, stepOf } from '../apply/faults'
import { Filed } from '../apply/filed'
import { MeStep } from '../apply/me-step'
import { OthersStep } from '../apply/others-step'
import { ReviewStep } from '../apply/review-step'
import { useWrong } from '../apply/step-props'
import { StoryStep } from '../apply/story-step'
import '../apply/texts'

const steps = ['me', 'story', 'others', 'claims', 'exhibits', 'review'] as const
const middle = [null, StoryStep, OthersStep, ClaimsStep, ExhibitsStep, null] as const

export default function ApplyPage() {
  const { t } = useTranslation()
  const me = useMe()
  const { application, change, forget, storageFailed } = useApplication()
  const [tried, setTried] = useState(false)
  const [filed, setFiled] = useState<CaseFiledView | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const filing = useMutation({
    mutationFn: (request: ReturnType<typeof requestOf>) => api('POST /cases', { body: request }),
    onSuccess: async (view) => { setFiled(view); await forget() },
    onError: (error) => {
      const [first] = error instanceof Refusal ? Object.keys(error.errors) : []
      if (first !== undefined) go(stepOf(first))
    },
  })
  // Nobody is signed in (any more): the first step asks for the code again, everything else is kept.
  const step = !application ? 0 : me.data === null ? 0 : application.step
  const faults = application && tried ? faultsOf(step, application) : {}
  const wrong = useWrong(faults, filing.error instanceof Refusal ? filing.error.errors : {})
  useEffect(() => heading.current?.focus({ preventScroll: false }), [step, filed])
  if (!application || me.isPending) return <Loading />
  if (filed) return <Filed filed={filed} heading={heading} />

  const go = (to: number) => { setTried(false); change({ step: to }); window.scrollTo({ top: 0 }) }
  const ready = () => {
    const fine = Object.keys(faultsOf(step, application)).length === 0
    setTried(!fine)
    if (!fine) requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"], .wrong')?.scrollIntoView({ block: 'center' }))
    return fine
  }
  const Step = middle[step] ?? null
  return (
    <div className="page stack loose" data-testid="apply-page" data-step={step}>
      <header className="stack tight">
        <p className="soft small">{t('apply.title')} · {t('apply.stepOf', { step: step + 1, all: steps.length })}</p>
        <h1 ref={heading} tabIndex={-1}>{t(`apply.steps.${steps[step] ?? 'me'}`)}</h1>
        <progress className="steps" value={step + 1} max={steps.length} aria-label={t('apply.stepOf', { step: step + 1, all: steps.length })} />
        <p className="small soft">{t(storageFailed ? 'rooms.storageFailed' : 'apply.kept')}</p>
      </header>
      {step === 0 && <MeStep application={application} change={change} wrong={wrong} ready={ready} next={() => go(Math.max(1, application.step))} />}
      {Step && (
        <form className="stack" onSubmit={(event) => { event.preventDefault(); if (ready()) go(step + 1) }}>
          <Step application={application} change={change} wrong={wrong} />
          <Button type="submit" whole data-testid="next">{t('ui.next')}</Button>
        </form>
      )}
      {step === 5 && <ReviewStep application={application} go={go} />}
      {step === 5 && <Button whole busy={filing.isPending} onClick={() => filing.mutate(requestOf(application))} data-testid="file">{t('apply.file')}</Button>}
      <Refused error={filing.error} />
      {step > 0 && <Button look="plain" onClick={() => go(step - 1)} data-testid="back">{t('ui.back')}</Button>}
    </div>
  )
}
