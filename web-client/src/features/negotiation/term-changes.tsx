import { useTranslation } from 'react-i18next'
import type { TermChangeView, TermView } from '@/contracts/realtime'
import { figures } from '@/lib/money'
import { plainDate } from '@/lib/time'
import { Pieces } from '@/ui/pieces'

const looks = { Same: '', Changed: 'wait', Added: 'good', Removed: 'stop' } as const

/** A counter-proposal as what it changes in the package it answers. */
export function TermChanges({ changes }: { changes: readonly TermChangeView[] }) {
  const { t } = useTranslation()
  const same = changes.filter((one) => one.kind === 'Same').length
  return (
    <details className="term-changes" open data-testid="term-changes">
      <summary>{t('negotiation.changes.title')}</summary>
      <ul className="plain stack tight">
        {changes.filter((one) => one.kind !== 'Same').map((change, at) => (
          <li key={at} className="stack tight" data-testid="term-change" data-kind={change.kind}>
            <span className="row close"><span className={`badge ${looks[change.kind]}`}>{t(`negotiation.changes.${change.kind}`)}</span><Who term={change.is ?? change.was} /></span>
            <Change change={change} />
          </li>
        ))}
        {same > 0 && <li className="small soft">{t('negotiation.changes.rest', { count: same })}</li>}
      </ul>
    </details>
  )
}

function Who({ term }: { term: TermView | null }) {
  const { t } = useTranslation()
  return term && <span><b>{term.obligorName}</b> {t('negotiation.to')} <b>{term.obligeeName}</b></span>
}

function Change({ change: { kind, was, is, amountByFen, words } }: { change: TermChangeView }) {
  const { t, i18n } = useTranslation()
  const due = (term: TermView | null) => (term?.dueOn == null ? '' : t('negotiation.dueOn', { date: plainDate(term.dueOn, i18n.language) }))
  const sum = (term: TermView | null) => (term?.amountFen == null ? '' : `¥ ${figures(term.amountFen)}`)
  return (
    <>
      {(sum(was) || sum(is)) && (
        <span className="figures">
          <Both was={sum(was)} is={sum(is)} />
          {amountByFen !== null && amountByFen !== 0 && <span className="small"> {t(amountByFen > 0 ? 'negotiation.changes.more' : 'negotiation.changes.less', { sum: figures(Math.abs(amountByFen)) })}</span>}
        </span>
      )}
      {words.length > 0 && <span><Pieces pieces={words} /></span>}
      {(kind !== 'Changed' || due(was) !== due(is) || was?.manner !== is?.manner) && <span className="small"><Both was={due(was)} is={due(is)} /> <Both was={was?.manner ?? ''} is={is?.manner ?? ''} /></span>}
    </>
  )
}

function Both({ was, is }: { was: string; is: string }) {
  if (was === is) return was
  return <>{was !== '' && <del>{was}</del>} {is !== '' && <ins>{is}</ins>}</>
}
