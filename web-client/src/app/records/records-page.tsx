import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CaseRecordSummaryView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { plainDate } from '@/lib/time'
import { Failed, Loading } from '@/ui/states'
import { RetentionPolicy } from './retention-policy'
import './records.css'

/** The files that an organisation keeps: by class, and when each runs out. */
export default function RecordsPage() {
  const { t, i18n } = useTranslation()
  const kept = useQuery({ queryKey: ['kept'], queryFn: () => api('GET /records') })
  if (kept.isPending) return <Loading />
  if (kept.isError) return <Failed error={kept.error} retry={() => void kept.refetch()} />
  return (
    <div className="page wide stack loose" data-testid="records-page">
      <header className="stack tight"><h1>{t('archive.list.title')}</h1><p className="soft">{t('archive.list.lead')}</p></header>
      <RetentionPolicy />
      {kept.data.length === 0 && <p className="notice">{t('archive.list.none')}</p>}
      {kept.data.length > 0 && (
        <div className="records-scroll card">
          <table className="records">
            <thead><tr>{(['number', 'class', 'ended', 'until', 'state'] as const).map((one) => <th key={one} scope="col">{t(`archive.list.${one}`)}</th>)}</tr></thead>
            <tbody>
              {kept.data.map((one) => (
                <tr key={one.caseId} data-testid="kept" data-case={one.caseId}>
                  <td><Link className="number" to={`/board?case=${one.caseId}`}>{one.caseNumber}</Link></td>
                  <td data-label={t('archive.list.class')}><span>{t(`archive.class.${one.class}`)}</span></td>
                  <td data-label={t('archive.list.ended')}><span className="number">{plainDate(one.endedOn, i18n.language)}</span></td>
                  <td data-label={t('archive.list.until')}><span className="number">{one.endsOn ? plainDate(one.endsOn, i18n.language) : t('archive.list.forever')}</span></td>
                  <td><State one={one} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function State({ one }: { one: CaseRecordSummaryView }) {
  const { t } = useTranslation()
  return (
    <span className="row">
      {one.openRequests > 0 && <span className="badge stop">{t('archive.list.requests', { count: one.openRequests })}</span>}
      {one.isHeld && <span className="badge wait">{t('archive.list.held')}</span>}
      <span className="badge">{t(one.erasedAt ? 'archive.list.erased' : one.sealedAt ? 'archive.list.sealed' : 'archive.list.plain')}</span>
    </span>
  )
}
