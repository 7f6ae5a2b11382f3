import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuidanceStepView } from '@/contracts/realtime'
import { LawCard } from '@/features/law/law-card'
import { fullTime } from '@/lib/time'

interface Props {
  steps: readonly GuidanceStepView[]
  /** The reader is the guide: his own steps carry no name. */
  asGuide?: boolean
  /** What can be done with an article of an answer. */
  articleActs?: ((articleId: string) => ReactNode) | undefined
}

/** Who took, asked back, added and answered, in order. */
export function Thread({ steps, asGuide = false, articleActs }: Props) {
  const { t, i18n } = useTranslation()
  const who = (step: GuidanceStepView) => {
    if (step.name) return step.name
    if (asGuide) return t(step.fromGuide ? (step.name === '' ? 'guidance.me' : 'guidance.guide') : step.act === 'Closed' ? 'guidance.system' : 'guidance.mediator')
    return t(step.fromGuide ? 'guidance.guide' : 'guidance.system')
  }
  return (
    <ol className="plain stack tight guidance-thread">
      {steps.map((step) => (
        <li key={step.position} className={`stack tight ${step.text === '' ? 'guidance-act' : 'guidance-said'}`} data-testid="guidance-step" data-act={step.act}>
          <span className="small"><b>{who(step)}</b> {t(`guidance.step.${step.act}`)} <span className="soft number">{fullTime(step.at, i18n.language)}</span></span>
          {step.text !== '' && <p className="guidance-words">{step.text}</p>}
          {step.articles.map((one) => (
            <div key={one.articleId} className="stack tight">
              <LawCard card={{ ...one, article: one.label }} shown={false} />
              {articleActs?.(one.articleId)}
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}
