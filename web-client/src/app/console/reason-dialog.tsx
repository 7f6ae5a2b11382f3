import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'

interface Props {
  open: boolean
  close: () => void
  title: string
  text: string
  confirm: string
  required?: boolean
  stop?: boolean
  /** More fields, above the reason. */
  children?: ReactNode
  go: (reason: string) => Promise<unknown>
}

/** Asks once more before an act that everybody will see, with the reason that goes on the record. */
export function ReasonDialog({ open, close, title, ...rest }: Props) {
  return <Dialog title={title} open={open} close={close} testId="reason-dialog"><Form close={close} {...rest} /></Dialog>
}

function Form({ close, text, confirm, required = false, stop = false, children, go }: Omit<Props, 'open' | 'title'>) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const act = useMutation({ mutationFn: () => go(reason.trim()), onSuccess: close })
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); act.mutate() }}>
      <p>{text}</p>
      {children}
      <TextArea label={required ? t('console.reason') : t('ui.optional', { label: t('console.reason') })} rows={2} maxLength={500} required={required} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="reason" />
      <Refused error={act.error} />
      <div className="row">
        <Button type="submit" look={stop ? 'stop' : 'main'} busy={act.isPending} disabled={required && reason.trim() === ''} data-testid="reason-yes">{confirm}</Button>
        <Button look="plain" onClick={close}>{t('ui.cancel')}</Button>
      </div>
    </form>
  )
}
