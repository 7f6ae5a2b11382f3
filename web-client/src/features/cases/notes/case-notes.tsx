import { useTranslation } from 'react-i18next'
import { useMe } from '@/features/accounts/me'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { Failed, Loading } from '@/ui/states'
import { useNotes } from './use-notes'
import './notes.css'

/** The mediator's own notes of the case; nobody else's, in no export. */
export function CaseNotes({ caseId }: { caseId: string }) {
  const me = useMe().data
  return me ? <Notes key={caseId} caseId={caseId} personId={me.personId} /> : <Loading />
}

function Notes({ caseId, personId }: { caseId: string; personId: string }) {
  const { t } = useTranslation()
  const notes = useNotes(caseId, personId)
  if (notes.phase === 'loading') return <Loading />
  if (notes.phase === 'failed' && notes.text === '') return <Failed error={notes.error} retry={notes.retry} />
  const look = notes.phase === 'saved' ? 'good' : notes.phase === 'conflict' || notes.phase === 'failed' ? 'stop' : 'wait'
  return (
    <section className="stack case-notes" data-testid="case-notes">
      <header className="row apart"><h2>{t('notes.title')}</h2><span className={`badge ${look}`} role="status" data-testid="notes-state" data-phase={notes.phase}>{t(`notes.phase.${notes.phase}`)}</span></header>
      {notes.theirs !== null && (
        <div className="notice stop stack tight" role="alert" data-testid="notes-conflict">
          <b>{t('notes.conflict.title')}</b>
          <blockquote className="entry-quote notes-theirs">{notes.theirs === '' ? t('notes.conflict.empty') : notes.theirs}</blockquote>
          <div className="row">
            <Button compact onClick={() => notes.settle('both')} data-testid="notes-both">{t('notes.conflict.both')}</Button>
            <Button compact look="quiet" onClick={() => notes.settle('theirs')} data-testid="notes-theirs">{t('notes.conflict.theirs')}</Button>
            <Button compact look="quiet" onClick={() => notes.settle('mine')} data-testid="notes-mine">{t('notes.conflict.mine')}</Button>
          </div>
        </div>
      )}
      <TextArea
        label={t('notes.label')} hint={t('notes.hint')} rows={16} maxLength={20_000} value={notes.text} readOnly={notes.theirs !== null}
        wrong={notes.phase === 'failed' ? t('notes.notKept') : null} onChange={(event) => notes.write(event.target.value)} data-testid="notes-text"
      />
      {notes.phase === 'failed' && <div className="row"><Button compact onClick={notes.retry}>{t('ui.again')}</Button></div>}
    </section>
  )
}
