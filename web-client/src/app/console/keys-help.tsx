import { useTranslation } from 'react-i18next'
import { Dialog } from '@/ui/dialog'

const keys = [['Ctrl + K', 'palette'], ['Alt + 1 – 4 / 1 – 4', 'panes'], ['J / K', 'walk'], ['A', 'acts'], ['/', 'snippet'], ['Enter', 'enter'], ['Shift + Enter', 'line'], ['Esc', 'leave'], ['?', 'help']] as const

export function KeysHelp({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('console.keys.title')} open={open} close={close} testId="keys">
      <dl className="keys">{keys.map(([key, what]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(`console.keys.${what}`)}</dd></div>)}</dl>
    </Dialog>
  )
}
