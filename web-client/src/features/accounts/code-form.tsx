import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeSentView } from '@/contracts/realtime'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Refused } from '@/ui/states'

interface Props {
  sent: CodeSentView
  /** Uses the code; a refusal is shown beside the field. */
  use: (code: string) => Promise<unknown>
  again: () => Promise<CodeSentView>
  onSent: (sent: CodeSentView) => void
  label?: string
  disabled?: boolean
}

const againAfter = 60

/** Six digits that were sent: pasted or filled in by the phone itself, a new code after a minute. */
export function CodeForm({ sent, use, again, onSent, label, disabled = false }: Props) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const entering = useMutation({ mutationFn: use })
  const asking = useMutation({ mutationFn: again, onSuccess: onSent })
  const left = useSecondsLeft(sent.challengeId)
  const submit = () => {
    if (code.length === 6 && !disabled) entering.mutate(code)
  }
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); submit() }}>
      <TextField
        className="code" label={t('accounts.code')} hint={t('accounts.codeSent', { to: sent.sentTo, minutes: Math.round(sent.expiresInSeconds / 60) })}
        inputMode="numeric" autoComplete="one-time-code" maxLength={12} value={code} autoFocus data-testid="code"
        onChange={(event) => setCode(event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 6))}
      />
      <Refused error={entering.error ?? asking.error} />
      <Button type="submit" whole disabled={code.length !== 6 || disabled} busy={entering.isPending} data-testid="code-submit">{label ?? t('accounts.enter')}</Button>
      <Button look="plain" disabled={left > 0} busy={asking.isPending} onClick={() => asking.mutate()}>
        {left > 0 ? t('accounts.againIn', { seconds: left }) : t('accounts.again')}
      </Button>
    </form>
  )
}

function useSecondsLeft(since: string): number {
  const [left, setLeft] = useState(againAfter)
  useEffect(() => {
    const start = Date.now()
    setLeft(againAfter)
    const timer = setInterval(() => setLeft(Math.max(0, againAfter - Math.floor((Date.now() - start) / 1_000))), 1_000)
    return () => clearInterval(timer)
  }, [since])
  return left
}
