import { defineRoute, Id, ListQuery, listAnswer, type Transitions } from '@peyvand/platform/contract'
import { z } from 'zod'

export const OutgoingChannel = z.enum(['email', 'sms'])
export type OutgoingChannel = z.infer<typeof OutgoingChannel>

/**
 * `sending` is written before the other side is spoken to. A message found so by a later run was given up in the
 * middle and may have gone out: it becomes `uncertain` and is never sent again by itself.
 */
export const OutgoingState = z.enum(['queued', 'sending', 'sent', 'failed', 'uncertain'])
export type OutgoingState = z.infer<typeof OutgoingState>

/** `postpone`: refused for now, before anything was handed over. */
export const OutgoingAction = z.enum(['begin', 'succeed', 'postpone', 'fail', 'lose'])
export type OutgoingAction = z.infer<typeof OutgoingAction>

export const outgoingTransitions: Transitions<OutgoingState, OutgoingAction> = {
  queued: { begin: 'sending', fail: 'failed' },
  sending: { succeed: 'sent', postpone: 'queued', fail: 'failed', lose: 'uncertain' },
  // The run that was thought dead comes back and says what became of it.
  uncertain: { succeed: 'sent', fail: 'failed' },
  sent: {},
  failed: {},
}

export const OutgoingMessage = z.object({
  id: Id,
  channel: OutgoingChannel,
  to: z.string(),
  subject: z.string().nullable(),
  state: OutgoingState,
  attempts: z.number().int(),
  /** The other side's words of the last failure. */
  fault: z.string().nullable(),
  createdAt: z.string(),
  sentAt: z.string().nullable(),
})
export type OutgoingMessage = z.infer<typeof OutgoingMessage>

export const listOutgoingMessagesRoute = defineRoute({
  method: 'GET',
  path: '/channels/messages',
  summary: 'What was sent or waits to be sent, without the texts',
  permission: 'channels.manage',
  query: ListQuery,
  answer: listAnswer(OutgoingMessage),
})
