import type { Transitions } from '@peyvand/platform/contract'
import { z } from 'zod'

export const ReferralState = z.enum([
  'new',
  'seen',
  'inProgress',
  'answered',
  'done',
  'returned',
  'recalled',
  'rejected',
])
export type ReferralState = z.infer<typeof ReferralState>

/**
 * The receiver's: `see`, `take` (from a team), `start`, `answer`, `finish`, `return` (عودت), `reject`, `reopen`.
 * The referrer's: `recall` before it was seen, `close` (خاتمه) of what came back.
 */
export const ReferralAction = z.enum([
  'see',
  'take',
  'start',
  'answer',
  'finish',
  'return',
  'reject',
  'recall',
  'close',
  'reopen',
])
export type ReferralAction = z.infer<typeof ReferralAction>

/** What may follow what; states change in no other way. */
export const referralTransitions: Transitions<ReferralState, ReferralAction> = {
  new: {
    see: 'seen',
    take: 'inProgress',
    start: 'inProgress',
    answer: 'answered',
    finish: 'done',
    return: 'returned',
    reject: 'rejected',
    recall: 'recalled',
  },
  seen: {
    start: 'inProgress',
    answer: 'answered',
    finish: 'done',
    return: 'returned',
    reject: 'rejected',
  },
  inProgress: { answer: 'answered', finish: 'done', return: 'returned', reject: 'rejected' },
  answered: { close: 'done', reopen: 'inProgress' },
  done: { reopen: 'inProgress' },
  returned: { close: 'done' },
  recalled: {},
  rejected: { close: 'done' },
}

/** Actions of who referred; all others are of the receiver. */
export const referrerActions: readonly ReferralAction[] = ['recall', 'close']

/** Still in the receiver's hands. */
export const openStates: readonly ReferralState[] = ['new', 'seen', 'inProgress']
/** Acted on by the receiver. */
export const actedOnStates: readonly ReferralState[] = ['answered', 'done', 'returned', 'rejected']
/** Not settled yet, as the referrer sees it. */
export const unsettledStates: readonly ReferralState[] = [...openStates, 'answered', 'returned', 'rejected']
