import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeKind, CommentPlace, DifferenceView, ObligationChangeView } from '@/contracts/realtime'
import { figures } from '@/lib/money'
import { plainDate } from '@/lib/time'
import { Pieces } from '@/ui/pieces'

interface Props {
  view: DifferenceView
  /** What belongs under a place of the later version: its comments. */
  under?: (place: CommentPlace, number: number | null) => ReactNode
}

/** A draft as its reader sees it, with what has changed marked in it. */
export function Difference({ view, under }: Props) {
  const { t } = useTranslation()
  return (
    <div className="stack difference" lang="zh-CN" data-testid="difference" data-changes={view.changes}>
      {view.facts.length > 0 && <section className="stack tight" data-testid="difference-facts"><h4>{t('table.facts')}</h4><p className="draft-words"><Pieces pieces={view.facts} /></p>{under?.('Facts', null)}</section>}
      {view.obligations.length > 0 && (
        <section className="stack tight">
          <h4>{t('table.obligations')}</h4>
          <ul className="plain stack tight">{view.obligations.map((one, at) => <Place key={at} kind={one.kind} number={one.after ?? one.before ?? 0}><ObligationChange change={one} />{one.after !== null && under?.('Obligation', one.after)}</Place>)}</ul>
        </section>
      )}
      {view.clauses.length > 0 && (
        <section className="stack tight">
          <h4>{t('table.clauses')}</h4>
          <ul className="plain stack tight">{view.clauses.map((one, at) => <Place key={at} kind={one.kind} number={one.after ?? one.before ?? 0}><span className="draft-words"><Pieces pieces={one.words} /></span>{one.after !== null && under?.('Clause', one.after)}</Place>)}</ul>
        </section>
      )}
    </div>
  )
}

function Place({ kind, number, children }: { kind: ChangeKind; number: number; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <li className="place stack tight" data-kind={kind} data-testid="place">
      <span className="row close"><b className="number">{number}.</b>{kind !== 'Same' && <span className={`badge ${kind === 'Added' ? 'good' : kind === 'Removed' ? 'stop' : 'wait'}`}>{t(`table.change.${kind}`)}</span>}</span>
      {children}
    </li>
  )
}

/** Who owes whom what: each field as it is, or as it was and as it is. */
function ObligationChange({ change: { was, is, what, manner } }: { change: ObligationChangeView }) {
  const { t, i18n } = useTranslation()
  const who = (one: typeof was) => one === null ? '' : `${[one.obligorName ?? '？', ...one.jointObligorNames].join('、')} → ${one.obligeeName ?? '？'}`
  const sum = (one: typeof was) => (one?.amountFen == null ? '' : `¥ ${figures(one.amountFen)}`)
  const due = (one: typeof was) => (one?.dueOn == null ? '' : t('negotiation.dueOn', { date: plainDate(one.dueOn, i18n.language) }))
  return (
    <span className="stack tight">
      <b><Field was={who(was)} is={who(is)} only={was === null || is === null} /></b>
      <span className="figures"><Field was={sum(was)} is={sum(is)} only={was === null || is === null} /></span>
      <span><Pieces pieces={what} /></span>
      <span className="small"><Pieces pieces={manner} />{manner.length > 0 && (due(was) || due(is)) ? ' · ' : ''}<Field was={due(was)} is={due(is)} only={was === null || is === null} /></span>
    </span>
  )
}

function Field({ was, is, only }: { was: string; is: string; only: boolean }) {
  if (was === is) return was
  if (only) return is === '' ? <del>{was}</del> : <ins>{is}</ins>
  return <>{was !== '' && <del>{was}</del>} {is !== '' && <ins>{is}</ins>}</>
}
