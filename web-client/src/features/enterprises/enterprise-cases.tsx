import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EnterpriseCaseView } from '@/contracts/realtime'
import { shortTime } from '@/lib/time'

/** Disputes that the enterprise opened; the file opens for who speaks for it there. */
export function EnterpriseCases({ cases }: { cases: readonly EnterpriseCaseView[] }) {
  const { t } = useTranslation()
  if (cases.length === 0) return <p className="soft">{t('enterprises.noCases')}</p>
  return <ul className="plain stack" data-testid="enterprise-cases">{cases.map((item) => <li key={item.case.id}><Item item={item} /></li>)}</ul>
}

function Item({ item }: { item: EnterpriseCaseView }) {
  const { t, i18n } = useTranslation()
  const { case: file, isMine } = item
  const facts = (
    <>
      <span className="row apart">
        <span className="soft small number">{file.number}</span>
        <span className={`badge ${file.stage === 'Agreed' ? 'good' : file.stage === 'Closed' ? '' : 'accent'}`}>{t(`cases.stage.${file.stage}`)}</span>
      </span>
      <b>{file.title}</b>
      <span className="small soft">{file.organisationName}{file.mediatorName ? ` · ${t('cases.mediator')} ${file.mediatorName}` : ''} · {shortTime(file.changedAt, i18n.language)}</span>
      <span className="small soft">{t('enterprises.speaker', { name: item.speakerName, scope: t(`enterprises.scope.${item.speakerScope}`), time: shortTime(item.speaksSince, i18n.language) })}</span>
      {!isMine && <span className="small soft">{t('enterprises.handledByOther')}</span>}
    </>
  )
  return isMine
    ? <Link className="card stack tight" to={`/cases/${file.id}`} data-testid="enterprise-case">{facts}</Link>
    : <div className="card flat stack tight" data-testid="enterprise-case">{facts}</div>
}
