import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { AgreementView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Refusal, Unreachable } from '@/lib/refusal'
import { get, put, take } from '@/lib/stored'
import { requestOf, type AgreementDraft } from '../agreement-draft'
import { readAgreement } from '../frozen-text'
import { desk } from '../table/desk'
import { beginDrafting, drafted, type Drafting, type KeptDraft } from './drafting'

/** On this device soon after a key, at the service when the writing pauses. */
const keepAfter = 300
const saveAfter = 1_500
const againAfter = 10_000

export interface DraftingHandle {
  readonly now: Drafting
  readonly edit: (change: (draft: AgreementDraft) => AgreementDraft) => void
  readonly save: () => void
  readonly keepMine: () => void
  readonly takeTheirs: () => void
  readonly fetchAside: () => void
  /** This device keeps nothing (private window, full disk): only the service has the words. */
  readonly storageFailed: boolean
}

/** What this device has kept of the draft; undefined until it was looked up, null when there is nothing. */
export function useKeptDraft(personId: string, caseId: string): KeptDraft | null | undefined {
  const [kept, setKept] = useState<KeptDraft | null | undefined>(undefined)
  useEffect(() => {
    let gone = false
    const found = (record: KeptDraft | null) => {
      if (!gone) setKept(record)
    }
    get<KeptDraft>('agreements', [personId, caseId]).then((record) => found(record ?? null), () => found(null))
    return () => {
      gone = true
    }
  }, [personId, caseId])
  return kept
}

export function useDrafting(view: AgreementView, kept: KeptDraft | null, personId: string): DraftingHandle {
  const { caseId } = view
  const [now, step] = useReducer(drafted, null, () => beginDrafting(view, kept ?? undefined))
  const [storageFailed, setStorageFailed] = useState(false)
  const latest = useRef(now)
  latest.current = now

  useEffect(() => step({ do: 'arrived', view }), [view])
  useEffect(() => {
    if (now.base.state !== 'Draft') return
    const keep = () => {
      const unsaved = latest.current.phase !== 'saved'
      const record: KeptDraft = { personId, caseId, version: latest.current.base.version, draft: latest.current.draft }
      const done = unsaved ? put('agreements', record) : take('agreements', [personId, caseId])
      done.then(() => setStorageFailed(false), () => setStorageFailed(true))
    }
    const timer = setTimeout(keep, keepAfter)
    window.addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', keep)
    }
  }, [now.draft, now.phase, now.base, personId, caseId])

  const send = useCallback(async (draft: AgreementDraft, version: number) => {
    try {
      step({ do: 'saved', view: await api('PUT /cases/{id}/agreement', { path: { id: caseId }, body: { ...requestOf(draft, version), desk } }) })
    } catch (error) {
      step({ do: 'failed', error })
      if (!(error instanceof Refusal) || error.code !== 'settlements.version-conflict') return
      // The words stay here; what the other page saved is fetched to lie beside them.
      readAgreement(caseId).then((other) => step({ do: 'arrived', view: other }), (away: unknown) => step({ do: 'failed', error: away }))
    }
  }, [caseId])
  useEffect(() => {
    if (now.phase === 'saving' && now.sent) void send(now.sent, now.base.version)
    // Each sending is one act: what changes meanwhile goes with the next.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [now.sent])
  const save = useCallback(() => step({ do: 'send' }), [])
  useEffect(() => {
    if (now.phase !== 'changed') return
    const timer = setTimeout(save, saveAfter)
    return () => clearTimeout(timer)
  }, [now.phase, now.draft, save])

  // The network comes back by itself; a refusal waits for what has to be mended.
  useEffect(() => {
    if (now.phase !== 'failed' || !(now.error instanceof Unreachable)) return
    const timer = setTimeout(save, againAfter)
    return () => clearTimeout(timer)
  }, [now.phase, now.error, save])

  const edit = useCallback((change: (draft: AgreementDraft) => AgreementDraft) => step({ do: 'edit', draft: change(latest.current.draft) }), [])
  return {
    now, edit, save, storageFailed,
    keepMine: useCallback(() => step({ do: 'keep-mine' }), []),
    takeTheirs: useCallback(() => step({ do: 'take-theirs' }), []),
    fetchAside: useCallback(() => step({ do: 'fetch-aside' }), []),
  }
}
