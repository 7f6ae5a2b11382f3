import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommentPlace, DraftCommentView, DraftingView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { fullTime } from '@/lib/time'
import { uuid7 } from '@/lib/uuid7'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useTableAct } from './use-table'

interface Props {
  table: DraftingView
  place: CommentPlace
  number: number | null
}

/** What was said about one place of the draft, and a line to say something. Settled comments fold away. */
export function CommentsOn({ table, place, number }: Props) {
  const here = table.comments.filter((one) => one.place === place && (place === 'Facts' || place === 'Whole' || one.numberNow === number))
  return <CommentList table={table} comments={here}>{table.mayComment && <AddComment table={table} place={place} number={number} />}</CommentList>
}

/** What was said about places that are gone, and about the draft as a whole. */
export function OtherComments({ table }: { table: DraftingView }) {
  const { t } = useTranslation()
  const gone = table.comments.filter((one) => one.place === 'Whole' || ((one.place === 'Clause' || one.place === 'Obligation') && one.numberNow === null))
  return <section className="stack tight"><h4>{t('table.wholeComments')}</h4><CommentList table={table} comments={gone}>{table.mayComment && <AddComment table={table} place="Whole" number={null} />}</CommentList></section>
}

function CommentList({ table, comments, children }: { table: DraftingView; comments: readonly DraftCommentView[]; children: React.ReactNode }) {
  const { t } = useTranslation()
  const [open, settled] = [comments.filter((one) => one.resolvedAt === null), comments.filter((one) => one.resolvedAt !== null)]
  return (
    <div className="stack tight comments">
      {open.map((one) => <Comment key={one.id} comment={one} table={table} />)}
      {settled.length > 0 && <details className="small"><summary data-testid="settled-comments">{t('table.settled', { count: settled.length })}</summary>{settled.map((one) => <Comment key={one.id} comment={one} table={table} />)}</details>}
      {children}
    </div>
  )
}

function Comment({ comment, table }: { comment: DraftCommentView; table: DraftingView }) {
  const { t, i18n } = useTranslation()
  const resolve = useTableAct(table.caseId, () => api('POST /cases/{caseId}/agreement/comments/{id}/resolve', { path: { caseId: table.caseId, id: comment.id } }))
  return (
    <div className="comment stack tight" data-testid="draft-comment" data-resolved={comment.resolvedAt !== null}>
      <span className="small soft"><b>{comment.byName}</b> · {t('settlements.version', { version: comment.version })} · {fullTime(comment.at, i18n.language)}</span>
      {comment.since !== 'Same' && comment.quote !== '' && <q className="small soft" lang="zh-CN">{comment.quote}</q>}
      <span className="comment-text">{comment.text}</span>
      {comment.since !== 'Same' && comment.place !== 'Whole' && <span className="small">{t(comment.since === 'Removed' ? 'table.placeGone' : 'table.placeChanged')}</span>}
      {comment.resolvedAt !== null && <span className="small signed">{t('table.resolvedBy', { name: comment.resolvedBy ?? '' })}</span>}
      {comment.mayResolve && <span><Button look="plain" compact busy={resolve.isPending} onClick={() => resolve.mutate(undefined)} data-testid="comment-resolve">{t('table.resolve')}</Button></span>}
      <Refused error={resolve.error} />
    </div>
  )
}

function AddComment({ table, place, number }: Props) {
  const { t } = useTranslation()
  const [writing, setWriting] = useState<string | null>(null)
  const [text, setText] = useState('')
  const add = useTableAct(
    table.caseId,
    (id: string) => api('POST /cases/{id}/agreement/comments', { path: { id: table.caseId }, body: { clientMessageId: id, version: table.version, place, number, text: text.trim() } }),
    () => { setWriting(null); setText('') },
  )
  if (writing === null) return <span><Button look="plain" compact onClick={() => setWriting(uuid7())} data-testid={`comment-${place}-${number ?? 0}`}>{t('table.comment')}</Button></span>
  return (
    <form className="stack tight" onSubmit={(event) => { event.preventDefault(); add.mutate(writing) }}>
      <TextArea label={t('table.commentLabel')} hint={t('table.commentHint')} required rows={2} maxLength={1_000} value={text} onChange={(event) => setText(event.target.value)} data-testid="comment-text" />
      <Refused error={add.error} />
      <div className="row">
        <Button type="submit" compact disabled={text.trim() === ''} busy={add.isPending} data-testid="comment-send">{t('table.commentSend')}</Button>
        <Button look="plain" compact onClick={() => setWriting(null)}>{t('ui.cancel')}</Button>
      </div>
    </form>
  )
}
