import { describe, expect, it } from 'vitest'
import type { GuidanceAct, GuideQuestionView } from '@/contracts/realtime'
import { repliedTo } from './replied-to'

const question = (isMine: boolean, ...acts: GuidanceAct[]) =>
  ({ isMine, steps: acts.map((act, at) => ({ position: at + 1, act, fromGuide: act !== 'Replied', name: null, text: '', articles: [], vouched: [], at: '2026-01-01T00:00:00Z' })) }) as unknown as GuideQuestionView

describe('a reply of the mediator', () => {
  it('is marked until the guide has acted on it', () => {
    expect(repliedTo(question(true, 'Taken', 'AskedBack', 'Replied'))).toBe(true)
    expect(repliedTo(question(true, 'Taken', 'AskedBack', 'Replied', 'Answered'))).toBe(false)
    expect(repliedTo(question(true, 'Taken'))).toBe(false)
    expect(repliedTo(question(true))).toBe(false)
  })

  it('is nothing to a guide who has not the question', () => {
    expect(repliedTo(question(false, 'Taken', 'AskedBack', 'Replied', 'GivenBack'))).toBe(false)
    expect(repliedTo(question(false, 'Taken', 'Replied'))).toBe(false)
  })
})
