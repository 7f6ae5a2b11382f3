import { useTranslation } from 'react-i18next'
import type { RefusalView } from '@/contracts/realtime'
import { isEnglish } from '@/lib/sentence'
import type { Application } from './application'
import type { Faults } from './faults'

export interface StepProps {
  application: Application
  change: (next: Partial<Application> | ((now: Application) => Application)) => void
  /** The sentence beside a field; null when it is fine. */
  wrong: (path: string) => string | null
}

/** What to say beside a field: our own check first, then the service's. */
export function useWrong(faults: Faults, refused: Readonly<Record<string, RefusalView>>): StepProps['wrong'] {
  const { t, i18n } = useTranslation()
  return (path) => {
    const fault = faults[path]
    if (fault) return t(`apply.fault.${fault}`)
    const view = refused[path]
    return view ? (isEnglish(i18n.language) ? view.en : view.zh) : null
  }
}
