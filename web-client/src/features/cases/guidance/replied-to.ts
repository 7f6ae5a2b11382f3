import type { GuideQuestionView } from '@/contracts/realtime'

/** The mediator's word was the last one: the guide who has the question has not acted on it yet. */
export const repliedTo = (one: GuideQuestionView): boolean => one.isMine && one.steps.at(-1)?.act === 'Replied'
