import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SatisfactionView, SideSatisfactionView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import './voice.css'

const scores = ['heard', 'neutral', 'understood', 'overall'] as const
/** From here on the two sides are so far apart that somebody should look. */
const gapToNotice = 1

/** Means of each side apart; fewer than five people of a side are not shown. */
export function SatisfactionFigures() {
  const { t } = useTranslation()
  const satisfaction = useQuery({ queryKey: ['satisfaction'], queryFn: () => api('GET /satisfaction'), retry: false, staleTime: 300_000 })
  if (!satisfaction.data) return null
  const view = satisfaction.data
  const gap = gapOf(view)
  return (
    <details className="card flat stack voice" data-testid="satisfaction">
      <summary><b>{t('voice.figures.title')}</b></summary>
      <p className="small soft">{t('voice.figures.lead', { count: view.fewest })}</p>
      <table><tbody>
        <Side side="Applicants" of={view.applicants} fewest={view.fewest} />
        <Side side="Respondents" of={view.respondents} fewest={view.fewest} />
      </tbody></table>
      {gap !== null && gap >= gapToNotice && <p className="notice wait">{t('voice.figures.gap', { gap: gap.toFixed(1) })}</p>}
    </details>
  )
}

const gapOf = ({ applicants, respondents }: SatisfactionView): number | null => (applicants && respondents ? Math.abs(applicants.overall - respondents.overall) : null)

function Side({ side, of, fewest }: { side: 'Applicants' | 'Respondents'; of: SideSatisfactionView | null; fewest: number }) {
  const { t } = useTranslation()
  return (
    <tr data-testid={`satisfaction-${side}`}>
      <th scope="row"><b>{t(`voice.figures.side.${side}`)}</b></th>
      {of === null ? <td className="soft">{t('voice.figures.few', { count: fewest })}</td> : <td>{scores.map((one) => `${t(`voice.figures.score.${one}`)} ${of[one].toFixed(1)}`).join(' · ')} <span className="soft small">{t('voice.figures.count', { count: of.count })}</span></td>}
    </tr>
  )
}
