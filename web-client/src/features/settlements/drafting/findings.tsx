import { useTranslation } from 'react-i18next'
import type { FindingView } from '@/contracts/realtime'
import { isEnglish } from '@/lib/sentence'
import { Article } from '@/ui/article'

/** What the check of the saved draft found; what blocks is marked in words, not by colour alone. */
export function FindingList({ findings }: { findings: readonly FindingView[] }) {
  const { t, i18n } = useTranslation()
  if (findings.length === 0) return null
  return (
    <ul className="plain findings">
      {findings.map((finding, at) => (
        <li key={`${finding.code}-${at}`} data-testid="finding" data-code={finding.code} data-blocks={finding.blocks}>
          <span className={`badge ${finding.blocks ? 'stop' : 'wait'}`}>{t(finding.blocks ? 'drafting.blocks' : 'drafting.looks')}</span> {isEnglish(i18n.language) ? finding.en : finding.zh}
          <span className="small soft"> <Article citation={finding.article} />{!finding.verified && t('drafting.unverified')}</span>
        </li>
      ))}
    </ul>
  )
}

/** In one line whether the draft can be frozen; the findings that belong to no single obligation below it. */
export function FindingsHead({ findings }: { findings: readonly FindingView[] }) {
  const { t } = useTranslation()
  const blocking = findings.filter((finding) => finding.blocks).length
  return (
    <section className={`notice ${blocking > 0 ? 'stop' : 'good'}`} data-testid="findings" data-blocking={blocking}>
      <b>{blocking > 0 ? t('drafting.blocking', { count: blocking }) : t('drafting.ready')}</b>
      <FindingList findings={findings.filter((finding) => finding.obligation === null)} />
      {findings.some((finding) => finding.obligation !== null) && (
        <span className="row small">{[...new Set(findings.flatMap((finding) => finding.obligation ?? []))].map((number) => <a key={number} href={`#obligation-${number}`}>{t('drafting.obligation', { number })}</a>)}</span>
      )}
    </section>
  )
}
