import { Table, type TableColumnsType } from 'antd'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useSearchParams } from 'react-router'
import type { CaseSummaryView } from '@/contracts/realtime'
import { useMe } from '@/features/accounts/me'
import { ownPage } from '@/features/accounts/own-page'
import { ComplaintsToAnswer } from '@/features/cases/voice/complaints-to-answer'
import { SatisfactionFigures } from '@/features/cases/voice/satisfaction-figures'
import { api } from '@/lib/api'
import { isEnglish } from '@/lib/sentence'
import { daysUntil, shortTime } from '@/lib/time'
import { Button, ButtonLink } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Failed, Loading } from '@/ui/states'
import { SnippetBook } from '@/features/rooms/snippets/snippet-book'
import { BoardDetail } from './board-detail'
import { boardRows, needsCentre, type BoardShow } from './board-rows'
import { Followed } from './followed'
import { Unattended } from './unattended'
import './board.css'

const page = 200
const shows: readonly BoardShow[] = ['needed', 'running', 'ended', 'all']

/** The operator's board: every case of the own organisation and those below it, with status and clocks and without content. */
export default function BoardPage() {
  const me = useMe()
  if (me.data && !me.data.roles.includes('Operator')) return <Navigate to={ownPage(me.data)} replace />
  return <Board organisation={me.data?.organisationName ?? ''} />
}

function Board({ organisation }: { organisation: string }) {
  const { t, i18n } = useTranslation()
  const [query, setQuery] = useSearchParams()
  const [show, setShow] = useState<BoardShow>('running')
  const [search, setSearch] = useState('')
  const [texts, setTexts] = useState(false)
  const chosen = query.get('case')
  const cases = useInfiniteQuery({
    queryKey: ['cases', 'board'],
    queryFn: ({ pageParam }) => api('GET /cases', { query: { view: 'board', skip: pageParam, take: page } }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (last.length < page ? undefined : all.length * page),
    refetchInterval: 30_000,
  })
  const columns = useMemo<TableColumnsType<CaseSummaryView>>(() => [
    { title: t('board.column.number'), dataIndex: 'number', render: (number: string, one) => <button type="button" className="link number board-open" data-testid="board-open" data-case={one.id} onClick={() => setQuery({ case: one.id })}>{number}</button> },
    { title: t('board.column.title'), dataIndex: 'title', render: (title: string, one) => title || (one.sealedAt ? t('cases.sealed') : null) || <span className="soft">{t('board.hidden')}</span> },
    { title: t('board.column.stage'), dataIndex: 'stage', render: (_, one) => <span className="badge accent">{one.stage === 'Closed' && one.closingReason ? t(`cases.closing.${one.closingReason}`) : t(`cases.stage.${one.stage}`)}</span> },
    { title: t('board.column.clock'), dataIndex: 'nextClock', render: (_, one) => <ClockCell one={one} /> },
    { title: t('board.column.mediator'), dataIndex: 'mediatorName', responsive: ['sm'], render: (name: string | null) => name ?? '—' },
    { title: t('board.column.kind'), dataIndex: 'kind', responsive: ['xl'], render: (_, one) => t(`network.disputeKind.${one.kind}`) },
    { title: t('board.column.organisation'), dataIndex: 'organisationName', responsive: ['lg'] },
    { title: t('board.column.changed'), dataIndex: 'changedAt', responsive: ['lg'], render: (at: string) => <span className="number">{shortTime(at, i18n.language)}</span> },
  ], [t, i18n.language, setQuery])
  if (cases.isPending) return <Loading />
  if (cases.isError) return <Failed error={cases.error} retry={() => void cases.refetch()} />
  const all = cases.data.pages.flat()
  const now = Date.now()
  const rows = boardRows(all, show, search, now)
  const needed = all.filter((one) => needsCentre(one, now)).length
  return (
    <div className="board" data-testid="board">
      <div className="board-list stack">
        <header className="row apart"><div><h1>{t('board.title')}</h1><p className="soft small">{[organisation, t('board.lead')].filter(Boolean).join(' · ')}</p></div><span className="row"><Button look="quiet" compact onClick={() => setTexts(true)} data-testid="snippets-open">{t('board.texts')}</Button><ButtonLink to="/pairings" look="quiet" compact data-testid="to-pairings">{t('pairings.title')}</ButtonLink><ButtonLink to="/records" look="quiet" compact data-testid="to-records">{t('archive.list.title')}</ButtonLink></span></header>
        <Unattended open={(caseId) => setQuery({ case: caseId })} />
        <ComplaintsToAnswer />
        <SatisfactionFigures />
        <Followed open={(caseId) => setQuery({ case: caseId })} />
        <div className="row">
          <div className="switch-bar" role="group" aria-label={t('board.status')}>
            {shows.map((one) => <button key={one} type="button" aria-current={show === one ? 'page' : undefined} onClick={() => setShow(one)} data-testid={`board-${one}`}>{t(`board.show.${one}`)}{one === 'needed' && needed > 0 && <span className="badge count">{needed}</span>}</button>)}
          </div>
          <div className="board-search"><TextField label={<span className="unseen">{t('board.search')}</span>} type="search" placeholder={t('board.search')} value={search} onChange={(event) => setSearch(event.target.value)} data-testid="board-search" /></div>
        </div>
        <Table
          rowKey="id" size="middle" scroll={{ x: 'max-content' }} columns={columns} dataSource={rows} pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
          locale={{ emptyText: t('board.none') }} rowClassName={(one) => (one.id === chosen ? 'board-chosen' : '')} onRow={(one) => ({ onClick: () => setQuery({ case: one.id }) })}
        />
        {cases.hasNextPage && <Button look="quiet" busy={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()} data-testid="board-more">{t('board.more')}</Button>}
      </div>
      <SnippetBook shared open={texts} close={() => setTexts(false)} />
      {chosen !== null && <BoardDetail key={chosen} caseId={chosen} close={() => setQuery({})} />}
    </div>
  )
}

function ClockCell({ one }: { one: CaseSummaryView }) {
  const { t, i18n } = useTranslation()
  const clock = one.nextClock
  if (!clock) return <span className="soft small">{t('board.noClock')}</span>
  const days = daysUntil(clock.dueAt)
  return (
    <span title={clock.article}>
      <span className={`badge ${clock.suspendedSince ? '' : days <= 1 ? 'stop' : 'wait'}`}>{clock.suspendedSince ? t('cases.paused') : clock.running && days >= 0 ? t('cases.daysLeft', { count: days }) : t('cases.overdue')}</span>
      <span className="soft small board-clock">{isEnglish(i18n.language) ? clock.en : clock.zh}</span>
    </span>
  )
}
