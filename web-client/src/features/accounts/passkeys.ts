import type { MeView, ReauthenticateRequest } from '@/contracts/realtime'
import { api } from '@/lib/api'

/** Whether this browser can keep and use passkeys with JSON options (WebAuthn level 3). */
export const canUsePasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'

async function ask(optionsJson: string): Promise<string> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(optionsJson) as PublicKeyCredentialRequestOptionsJSON)
  const credential = await navigator.credentials.get({ publicKey })
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no credential was given')
  return JSON.stringify(credential.toJSON())
}

export async function signInWithPasskey(): Promise<MeView> {
  const { optionsJson } = await api('POST /accounts/passkeys/options/sign-in')
  return api('POST /accounts/passkeys/sign-in', { body: { credentialJson: await ask(optionsJson), name: null } })
}

/** Proves the person again by passkey: the device signs a challenge made from the purpose. The answer goes into POST /accounts/reauthenticate. */
export async function provedByPasskey(purpose: string): Promise<Omit<ReauthenticateRequest, 'purpose'>> {
  const { optionsJson, challengeId } = await api('POST /accounts/passkeys/options/reauthenticate', { body: { purpose } })
  return { challengeId: challengeId ?? null, code: null, passkeyCredentialJson: await ask(optionsJson) }
}

export async function registerPasskey(name: string | null): Promise<MeView> {
  const { optionsJson } = await api('POST /accounts/passkeys/options/register')
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(optionsJson) as PublicKeyCredentialCreationOptionsJSON)
  const credential = await navigator.credentials.create({ publicKey })
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no credential was made')
  return api('POST /accounts/passkeys/register', { body: { credentialJson: JSON.stringify(credential.toJSON()), name } })
}

/** The person closed the browser's own dialog: nothing went wrong. */
export const wasCancelled = (error: unknown): boolean => error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError')
