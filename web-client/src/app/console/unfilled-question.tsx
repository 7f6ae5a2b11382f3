import { useTranslation } from 'react-i18next'
import { SnippetText } from '@/features/rooms/snippets/snippet-text'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'

/** Words with empty braces are about to go: asked once, never held back in silence. */
export function UnfilledQuestion({ text, settle }: { text: string | null; settle: (goes: boolean) => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('snippets.ask.title')} open={text !== null} close={() => settle(false)} testId="unfilled-question">
      <p>{t('snippets.ask.text')}</p>
      <blockquote className="entry-quote snippet-body"><SnippetText text={text ?? ''} /></blockquote>
      <div className="row">
        <Button autoFocus onClick={() => settle(false)} data-testid="unfilled-back">{t('snippets.ask.back')}</Button>
        <Button look="quiet" onClick={() => settle(true)} data-testid="unfilled-send">{t('snippets.ask.send')}</Button>
      </div>
    </Dialog>
  )
}
