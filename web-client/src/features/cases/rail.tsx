import { useTranslation } from 'react-i18next'
import type { CaseStage } from '@/contracts/realtime'
import './cases.css'

const steps = ['apply', 'choose', 'accept', 'mediate', 'sign', 'confirm'] as const

const reached: Record<CaseStage, number> = { Filed: 0, Inviting: 0, ChoosingMediator: 1, AwaitingAcceptance: 2, InMediation: 3, Signing: 4, Agreed: 5, Closed: -1 }

/** 申请 → 选调解员 → 受理 → 在线调解 → 待签材料 → 司法确认: where the case stands, always in sight. */
export function Rail({ stage }: { stage: CaseStage }) {
  const { t } = useTranslation()
  const now = reached[stage]
  return (
    <ol className="plain rail" aria-label={t('cases.rail.label')} data-testid="rail" data-stage={stage}>
      {steps.map((step, at) => (
        <li key={step} data-is={now < 0 ? 'over' : at < now ? 'done' : at === now ? 'now' : 'ahead'} aria-current={at === now ? 'step' : undefined}>
          <span className="rail-dot" aria-hidden="true">{at < now ? '✓' : at + 1}</span>
          <span className="rail-name">{t(`cases.rail.${step}`)}<span className="unseen">{at < now ? t('cases.rail.done') : at === now ? t('cases.rail.now') : ''}</span></span>
        </li>
      ))}
    </ol>
  )
}
