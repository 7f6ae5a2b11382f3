import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'

/** A PDF is looked at where it stands, when the browser can show one; it is fetched when it is asked for, and not before. */
export function PaperView({ name, address }: { name: string; address: string }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => () => {
    if (shown !== null) URL.revokeObjectURL(shown)
  }, [shown])
  if (!navigator.pdfViewerEnabled) return null
  const open = async () => {
    setBusy(true)
    try {
      const answer = await fetch(address)
      if (answer.ok) setShown(URL.createObjectURL(await answer.blob()))
      else location.assign(address) // the service says itself why not
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {shown !== null && <iframe className="exhibit-paper" src={shown} title={name} data-testid="paper-view" />}
      <Button look="quiet" compact busy={busy} aria-expanded={shown !== null} onClick={() => shown === null ? void open() : setShown(null)} data-testid="paper-look"><Icon name="eye" size={18} /> {t(shown === null ? 'evidence.look' : 'evidence.hide')}</Button>
    </>
  )
}
