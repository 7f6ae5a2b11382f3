import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRecordsView } from '@/contracts/realtime'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/field'
import { Refused } from '@/ui/states'
import { useRecordsAct } from './use-records'

interface Props {
  open: string
  send: string
  /** Prefix of the test ids. */
  name: string
  act: (reason: string) => Promise<CaseRecordsView>
  /** Further fields above the reason. */
  children?: ReactNode
  ready?: boolean
  look?: 'quiet' | 'plain' | 'stop'
}

/** An act that needs a reason: a button, and behind it the words. */
export function ActWithReason({ open, send, name, act, children, ready = true, look = 'quiet' }: Props) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  const [reason, setReason] = useState('')
  const acting = useRecordsAct(act, () => { setShown(false); setReason('') })
  if (!shown) return <Button look={look} compact onClick={() => setShown(true)} data-testid={`${name}-open`}>{open}</Button>
  return (
    <form className="card flat stack" onSubmit={(event) => { event.preventDefault(); acting.mutate(reason.trim()) }}>
      {children}
      <TextArea label={t('archive.reason')} rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} data-testid={`${name}-reason`} />
      <Refused error={acting.error} />
      <div className="row">
        <Button type="submit" busy={acting.isPending} disabled={reason.trim() === '' || !ready} data-testid={`${name}-send`}>{send}</Button>
        <Button look="plain" onClick={() => setShown(false)}>{t('ui.cancel')}</Button>
      </div>
    </form>
  )
}
