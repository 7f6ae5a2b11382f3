import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { AgreementView } from '@/contracts/realtime'
import { draftOf, sameDraft, type AgreementDraft } from '../agreement-draft'
import { beginDrafting, drafted, type Drafting, type DraftingStep, type KeptDraft } from './drafting'

const view = (version: number, facts: string, state: AgreementView['state'] = 'Draft'): AgreementView => ({
  id: 'a', caseId: 'c', caseNumber: '1', version, state, facts, clauses: [], obligations: [], text: '', frozenHash: null, signatures: [], effectiveAt: null, verificationCode: null,
  outcomeId: null, outcomeState: null, outcomeSha256: null, sealedBy: null, findings: [], mayDraft: state === 'Draft', mayFreeze: false, mayReopen: false, maySign: false, paper: null, timestampPending: false, signatureAuthority: null,
})
const words = (facts: string): AgreementDraft => ({ facts, clauses: [], obligations: [] })
const kept = (version: number, facts: string): KeptDraft => ({ personId: 'p', caseId: 'c', version, draft: words(facts) })
const run = (start: Drafting, ...steps: DraftingStep[]) => steps.reduce(drafted, start)

describe('drafting an agreement', () => {
  it('saves what was written, and goes on when more was written meanwhile', () => {
    const first = words('甲')
    const start = run(beginDrafting(view(1, ''), undefined), { do: 'edit', draft: first }, { do: 'send' })
    expect(start).toMatchObject({ phase: 'saving', sent: first })
    expect(run(start, { do: 'saved', view: view(2, '甲') }).phase).toBe('saved')
    const more = run(start, { do: 'edit', draft: words('甲乙') }, { do: 'saved', view: view(2, '甲') })
    expect(more).toMatchObject({ phase: 'changed', base: { version: 2 }, draft: { facts: '甲乙' } })
  })

  it('takes up what this device had kept of the same version', () => {
    expect(beginDrafting(view(3, '旧'), kept(3, '新'))).toMatchObject({ phase: 'changed', draft: { facts: '新' } })
  })

  it('shows both when another device saved in between', () => {
    expect(beginDrafting(view(4, '别处写的'), kept(3, '这里写的'))).toMatchObject({ phase: 'conflict', draft: { facts: '这里写的' }, theirs: { facts: '别处写的' } })
    expect(beginDrafting(view(4, '一样'), kept(3, '一样')).phase).toBe('saved')
    const here = run(beginDrafting(view(3, ''), undefined), { do: 'edit', draft: words('这里') }, { do: 'arrived', view: view(4, '别处') })
    expect(here).toMatchObject({ phase: 'conflict', draft: { facts: '这里' }, theirs: { facts: '别处' } })
  })

  it('follows the service while nothing is unsaved, and does not go back to an older answer', () => {
    const clean = beginDrafting(view(3, '三'), undefined)
    expect(run(clean, { do: 'arrived', view: view(4, '四') })).toMatchObject({ phase: 'saved', draft: { facts: '四' } })
    expect(run(clean, { do: 'arrived', view: view(2, '二') })).toBe(clean)
  })

  it('lets either wording win and fetches the other one back', () => {
    const both = beginDrafting(view(4, '别处'), kept(3, '这里'))
    expect(run(both, { do: 'send' }).phase).toBe('conflict')
    expect(run(both, { do: 'keep-mine' })).toMatchObject({ phase: 'changed', base: { version: 4 }, draft: { facts: '这里' }, theirs: null })
    const theirs = run(both, { do: 'take-theirs' })
    expect(theirs).toMatchObject({ phase: 'saved', draft: { facts: '别处' }, aside: { facts: '这里' } })
    expect(run(theirs, { do: 'fetch-aside' })).toMatchObject({ phase: 'changed', draft: { facts: '这里' }, aside: { facts: '别处' } })
  })

  it('leaves a frozen text alone whatever lies on this device', () => {
    expect(beginDrafting(view(4, '定稿', 'Frozen'), kept(3, '旧稿'))).toMatchObject({ phase: 'saved', draft: { facts: '定稿' } })
  })

  it('never loses the last words written here, whatever happens around them', () => {
    const step = fc.oneof(
      fc.string({ maxLength: 4 }).map((facts): DraftingStep => ({ do: 'edit', draft: words(facts) })),
      fc.constantFrom<DraftingStep>({ do: 'send' }, { do: 'failed', error: new Error('away') }, { do: 'keep-mine' }, { do: 'take-theirs' }, { do: 'fetch-aside' }),
      fc.record({ by: fc.integer({ min: -1, max: 2 }), facts: fc.string({ maxLength: 4 }) }).map(({ by, facts }) => ({ do: 'arrived', by, facts }) as const),
      fc.constant({ do: 'saved' } as const),
    )
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let now = beginDrafting(view(1, ''), undefined)
      let service = view(1, '')
      let mine = now.draft
      for (const one of steps) {
        if (one.do === 'arrived' && 'by' in one) {
          if (now.phase === 'saving') continue
          if (one.by > 0) service = view(service.version + one.by, one.facts)
          now = drafted(now, { do: 'arrived', view: one.by < 0 ? view(now.base.version - 1, one.facts) : service })
        } else if (one.do === 'saved' && !('view' in one)) {
          if (now.phase !== 'saving' || now.sent === null) continue
          service = view(service.version + 1, now.sent.facts)
          now = drafted(now, { do: 'saved', view: service })
        } else {
          if (one.do === 'failed' && now.phase !== 'saving') continue
          now = drafted(now, one)
          if (one.do === 'edit') mine = now.draft
        }
        const held = [now.draft, now.aside, now.sent, draftOf(now.base)].some((words) => words !== null && sameDraft(words, mine))
        const unsaved = now.phase === 'changed' || now.phase === 'failed' || now.phase === 'conflict' || now.phase === 'saving'
        if (unsaved || now.aside) expect(held).toBe(true)
        else expect(sameDraft(now.draft, draftOf(now.base))).toBe(true)
        mine = unsaved ? now.draft : now.aside ?? now.draft
      }
    }))
  })
})
