import { addressOf, api } from '@/lib/api'
import { refusalFromProblem, Unreachable } from '@/lib/refusal'

export interface FrozenText {
  text: string
  hash: string
  /** Null where the browser offers no hashing (plain http on a foreign host). */
  matches: boolean | null
}

const hex = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, '0')).join('')

/** The exact bytes that are signed: fetched, hashed here, and only then read. */
export async function readFrozenText(agreementId: string, frozenHash: string): Promise<FrozenText> {
  let response: Response
  try {
    response = await fetch(addressOf('/agreements/{id}/text', { path: { id: agreementId } }), { cache: 'no-store' })
  } catch (error) {
    throw new Unreachable(error)
  }
  if (!response.ok) throw refusalFromProblem(await response.json().catch(() => null), response.status)
  const bytes = await response.arrayBuffer()
  const subtle = (crypto as Partial<Crypto>).subtle
  const hash = subtle ? hex(await subtle.digest('SHA-256', bytes)) : null
  const { text } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as { text: string }
  return { text, hash: hash ?? frozenHash, matches: hash === null ? null : hash === frozenHash }
}

/** Purpose of the re-authentication: holds for this agreement in exactly this wording. */
export const signingPurpose = (agreementId: string, frozenHash: string): string => `sign:${agreementId}:${frozenHash}`

export const readAgreement = (caseId: string) => api('GET /cases/{id}/agreement', { path: { id: caseId } })
