import type { AgreementView } from '@/contracts/realtime'
import { draftOf, newKey, sameDraft, type AgreementDraft } from '../agreement-draft'

/** What this device keeps of an unsaved draft, and which version it was written on. */
export interface KeptDraft {
  readonly personId: string
  readonly caseId: string
  readonly version: number
  readonly draft: AgreementDraft
}

/**
 * An agreement being drafted. `base` is the service's latest answer that the words in hand build on. Whoever drafts on two
 * devices meets himself as a conflict: then both wordings are held, and nothing is saved until he has said which one goes on.
 */
export interface Drafting {
  readonly base: AgreementView
  readonly draft: AgreementDraft
  readonly phase: 'saved' | 'changed' | 'saving' | 'failed' | 'conflict'
  /** What is on its way to the service. */
  readonly sent: AgreementDraft | null
  readonly error: unknown
  /** The other wording, while there is a conflict. */
  readonly theirs: AgreementView | null
  /** The wording that gave way in a conflict; it can be fetched back. */
  readonly aside: AgreementDraft | null
}

export type DraftingStep =
  | { readonly do: 'edit'; readonly draft: AgreementDraft }
  | { readonly do: 'send' }
  | { readonly do: 'saved'; readonly view: AgreementView }
  | { readonly do: 'failed'; readonly error: unknown }
  /** The service's present state came in, asked for or not. */
  | { readonly do: 'arrived'; readonly view: AgreementView }
  | { readonly do: 'keep-mine' }
  | { readonly do: 'take-theirs' }
  | { readonly do: 'fetch-aside' }

/** Opens the editor on the service's version and on what this device had kept of an earlier one. */
export function beginDrafting(view: AgreementView, kept: KeptDraft | undefined): Drafting {
  const clean: Drafting = { base: view, draft: draftOf(view), phase: 'saved', sent: null, error: null, theirs: null, aside: null }
  if (!kept || view.state !== 'Draft') return clean
  const draft = rekeyed(kept.draft)
  if (kept.version === view.version) return { ...clean, draft, phase: 'changed' }
  return sameDraft(draft, clean.draft) ? clean : { ...clean, draft, phase: 'conflict', theirs: view }
}

export function drafted(now: Drafting, step: DraftingStep): Drafting {
  switch (step.do) {
    case 'edit':
      return { ...now, draft: step.draft, phase: now.phase === 'conflict' || now.phase === 'saving' ? now.phase : 'changed' }
    case 'send':
      return now.phase === 'changed' || now.phase === 'failed' ? { ...now, phase: 'saving', sent: now.draft, error: null } : now
    case 'saved':
      return { ...now, base: step.view, sent: null, error: null, phase: now.sent === now.draft ? 'saved' : 'changed' }
    case 'failed':
      return { ...now, sent: null, error: step.error, phase: now.phase === 'conflict' ? 'conflict' : 'failed' }
    case 'arrived':
      return arrived(now, step.view)
    case 'keep-mine':
      return now.theirs ? { ...now, base: now.theirs, theirs: null, phase: 'changed', error: null } : now
    case 'take-theirs':
      return now.theirs ? { ...now, base: now.theirs, draft: draftOf(now.theirs), aside: now.draft, theirs: null, phase: 'saved', error: null } : now
    case 'fetch-aside':
      return now.aside ? { ...now, draft: now.aside, aside: now.draft, phase: 'changed' } : now
  }
}

function arrived(now: Drafting, view: AgreementView): Drafting {
  if (view.version < now.base.version) return now // an answer that was overtaken
  if (view.version === now.base.version) return now.phase === 'conflict' ? now : { ...now, base: view }
  switch (now.phase) {
    case 'saving':
      return now // most likely the own save; its answer tells
    case 'conflict':
      return { ...now, theirs: view }
    case 'saved':
      return { ...now, base: view, draft: draftOf(view) }
    default:
      return sameDraft(now.draft, draftOf(view)) ? { ...now, base: view, phase: 'saved', error: null } : { ...now, phase: 'conflict', theirs: view, error: null }
  }
}

/** Keys of another page's life could meet new ones. */
const rekeyed = (draft: AgreementDraft): AgreementDraft => ({
  facts: draft.facts,
  clauses: draft.clauses.map((row) => ({ ...row, key: newKey() })),
  obligations: draft.obligations.map((row) => ({ ...row, key: newKey() })),
})
