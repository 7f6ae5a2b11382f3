import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CodeSentView, ReauthenticateRequest } from '@/contracts/realtime'
import { CodeForm } from '@/features/accounts/code-form'
import { useMe } from '@/features/accounts/me'
import { canUsePasskeys, provedByPasskey, wasCancelled } from '@/features/accounts/passkeys'
import { api } from '@/lib/api'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'

interface Props {
  /** What the proof is good for, and nothing else. */
  purpose: string
  ready: boolean
  words: { now: string; passkey: string; code: string }
  /** Prefix of the test ids. */
  name: string
  act: (proofId: string) => Promise<unknown>
}

/** Prove oneself again by passkey or code, just before an act that binds. */
export function ProveAgain({ purpose, ready, words, name, act }: Props) {
  const me = useMe()
  const [sent, setSent] = useState<CodeSentView | null>(null)
  const prove = async (proof: Omit<ReauthenticateRequest, 'purpose'>) => act((await api('POST /accounts/reauthenticate', { body: { purpose, ...proof } })).proofId)
  const send = () => api('POST /accounts/reauthenticate/code')
  const asking = useMutation({ mutationFn: send, onSuccess: setSent })
  const passkey = useMutation({ mutationFn: async () => prove(await provedByPasskey(purpose)) })
  if (sent) return <CodeForm sent={sent} again={send} onSent={setSent} disabled={!ready} label={words.now} use={(code) => prove({ challengeId: sent.challengeId, code, passkeyCredentialJson: null })} />
  return (
    <>
      {me.data?.hasPasskey && canUsePasskeys() && <Button whole disabled={!ready} busy={passkey.isPending} onClick={() => passkey.mutate()} data-testid={`${name}-passkey`}>{words.passkey}</Button>}
      <Button whole look={me.data?.hasPasskey ? 'quiet' : 'main'} disabled={!ready} busy={asking.isPending} onClick={() => asking.mutate()} data-testid={`${name}-code`}>{words.code}</Button>
      <Refused error={asking.error ?? (wasCancelled(passkey.error) ? null : passkey.error)} />
    </>
  )
}
