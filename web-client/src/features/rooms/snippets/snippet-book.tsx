import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SnippetView } from '@/contracts/realtime'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Failed, Loading, Refused } from '@/ui/states'
import { SnippetForm } from './snippet-form'
import { SnippetText } from './snippet-text'
import { useRemoveSnippet, useSnippets } from './use-snippets'
import './snippets.css'

/** @param shared Writes the organisation's texts (its operators); else one's own, the organisation's are there to be read. */
export function SnippetBook({ shared, open, close }: { shared: boolean; open: boolean; close: () => void }) {
  const { t } = useTranslation()
  return <Dialog title={t(shared ? 'snippets.bookShared' : 'snippets.book')} open={open} close={close} testId="snippet-book"><Book shared={shared} close={close} /></Dialog>
}

function Book({ shared, close }: { shared: boolean; close: () => void }) {
  const { t } = useTranslation()
  const snippets = useSnippets()
  const remove = useRemoveSnippet()
  const [writing, setWriting] = useState<SnippetView | 'new' | null>(null)
  if (writing !== null) return <SnippetForm key={writing === 'new' ? 'new' : writing.id} one={writing === 'new' ? null : writing} shared={shared} close={() => setWriting(null)} />
  if (snippets.isPending) return <Loading />
  if (snippets.isError) return <Failed error={snippets.error} retry={() => void snippets.refetch()} />
  const shown = shared ? snippets.data.filter((one) => one.shared) : snippets.data
  return (
    <div className="stack">
      <p className="soft small">{t('snippets.lead')}</p>
      {shown.length === 0 && <p className="soft" data-testid="snippets-none">{t('snippets.none')}</p>}
      <ul className="plain snippet-list">
        {shown.map((one) => (
          <li key={one.id} data-testid="snippet" data-shortcut={one.shortcut}>
            <div className="row apart">
              <span className="row"><kbd>/{one.shortcut}</kbd> <b>{one.title}</b>{one.shared && !shared && <span className="badge">{t('snippets.shared')}</span>}</span>
              {one.mayEdit && one.shared === shared && (
                <span className="row">
                  <Button look="quiet" compact onClick={() => setWriting(one)} aria-label={`${t('snippets.change')} ${one.title}`} data-testid="snippet-change">{t('snippets.change')}</Button>
                  <Button look="plain" compact busy={remove.isPending} onClick={() => remove.mutate(one)} aria-label={`${t('snippets.remove')} ${one.title}`} data-testid="snippet-remove">{t('snippets.remove')}</Button>
                </span>
              )}
            </div>
            <p className="small snippet-body"><SnippetText text={one.text} /></p>
          </li>
        ))}
      </ul>
      <Refused error={remove.error} />
      <div className="row">
        <Button onClick={() => setWriting('new')} data-testid="snippet-new">{t('snippets.new')}</Button>
        <Button look="quiet" onClick={close}>{t('ui.close')}</Button>
      </div>
    </div>
  )
}
