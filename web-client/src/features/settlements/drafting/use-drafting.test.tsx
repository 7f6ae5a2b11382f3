import 'fake-indexeddb/auto'
import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AgreementView, DraftAgreementRequest } from '@/contracts/realtime'
import { get } from '@/lib/stored'
import type { KeptDraft } from './drafting'
import { useDrafting } from './use-drafting'

const view = (version: number, facts: string): AgreementView => ({
  id: 'a', caseId: 'c', caseNumber: '1', version, state: 'Draft', facts, clauses: [], obligations: [], text: '', frozenHash: null, signatures: [], effectiveAt: null, verificationCode: null,
  outcomeId: null, outcomeState: null, outcomeSha256: null, sealedBy: null, findings: [], mayDraft: true, mayFreeze: false, mayReopen: false, maySign: false, paper: null, timestampPending: false, signatureAuthority: null,
})
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

/** The service as far as the editor needs it: one draft with its version. */
class Service {
  now = view(1, '开头')
  away = false
  readonly saved: string[] = []

  answer = (address: RequestInfo | URL, request?: RequestInit): Promise<Response> => {
    expect(address).toBe('/api/cases/c/agreement')
    if (this.away) return Promise.reject(new TypeError('network'))
    if (request?.method !== 'PUT') return Promise.resolve(json(this.now))
    const asked = JSON.parse(request.body as string) as DraftAgreementRequest
    if (asked.expectedVersion !== this.now.version) return Promise.resolve(json({ code: 'settlements.version-conflict', zh: '', en: '' }, 409))
    this.now = view(this.now.version + 1, asked.facts)
    this.saved.push(asked.facts)
    return Promise.resolve(json(this.now))
  }
}

let service: Service
let person = 0
const open = (kept: KeptDraft | null = null) => renderHook(({ shown }) => useDrafting(shown, kept, `p${person}`), { initialProps: { shown: service.now } })
const onDevice = () => get<KeptDraft>('agreements', [`p${person}`, 'c'])

beforeEach(() => {
  service = new Service()
  person++
  vi.stubGlobal('fetch', service.answer)
})
afterEach(() => void vi.unstubAllGlobals())

describe('the agreement editor', () => {
  it('keeps the words on this device at once and saves them when the writing pauses', async () => {
    const { result } = open()
    act(() => result.current.edit((draft) => ({ ...draft, facts: '欠薪' })))
    await waitFor(async () => expect((await onDevice())?.draft.facts).toBe('欠薪'))
    expect(service.saved).toEqual([])
    await waitFor(() => expect(result.current.now.phase).toBe('saved'), { timeout: 4_000 })
    expect(service.saved).toEqual(['欠薪'])
    await waitFor(async () => expect(await onDevice()).toBeUndefined())
  })

  it('loses neither wording when another page has saved in between', async () => {
    const { result } = open()
    service.now = view(2, '别处写的')
    act(() => result.current.edit((draft) => ({ ...draft, facts: '这里写的' })))
    act(() => result.current.save())
    await waitFor(() => expect(result.current.now.phase).toBe('conflict'))
    expect(result.current.now).toMatchObject({ draft: { facts: '这里写的' }, theirs: { facts: '别处写的', version: 2 } })
    expect(service.saved).toEqual([])
    act(() => result.current.keepMine())
    act(() => result.current.save())
    await waitFor(() => expect(result.current.now.phase).toBe('saved'))
    expect(service.saved).toEqual(['这里写的'])
  })

  it('holds on to the words while the service is away', async () => {
    service.away = true
    const { result } = open()
    act(() => result.current.edit((draft) => ({ ...draft, facts: '断网时写的' })))
    act(() => result.current.save())
    await waitFor(() => expect(result.current.now.phase).toBe('failed'))
    await waitFor(async () => expect((await onDevice())?.draft.facts).toBe('断网时写的'))
    service.away = false
    act(() => result.current.save())
    await waitFor(() => expect(result.current.now.phase).toBe('saved'))
    expect(service.saved).toEqual(['断网时写的'])
  })

  it('goes on from what this device had kept, and saves it', async () => {
    const { result } = open({ personId: `p${person}`, caseId: 'c', version: 1, draft: { facts: '上次没存的', clauses: [], obligations: [] } })
    expect(result.current.now.draft.facts).toBe('上次没存的')
    await waitFor(() => expect(service.saved).toEqual(['上次没存的']), { timeout: 4_000 })
  })
})
