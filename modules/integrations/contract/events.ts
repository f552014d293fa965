import { defineEvent, Id } from '@peyvand/platform/contract'
import { z } from 'zod'

/** Why Peyvand switched a webhook off by itself: nothing but failures for days, or the receiver said 410 Gone. */
export const StopReason = z.enum(['failures', 'gone'])
export type StopReason = z.infer<typeof StopReason>

export const webhookStopped = defineEvent(
  'integrations.webhook.stopped',
  z.object({ webhookId: Id, reason: StopReason }),
)
