import {
  defineRoute,
  Id,
  IdParams,
  ListQuery,
  listAnswer,
  Ref,
  type Transitions,
} from '@peyvand/platform/contract'
import { z } from 'zod'

/** The event of a test; it is delivered once, whatever comes of it. */
export const testEvent = 'webhooks.test'

export const DeliveryState = z.enum(['waiting', 'delivered', 'failed'])
export type DeliveryState = z.infer<typeof DeliveryState>

/** `postpone`: the attempt failed and there will be another. */
export const DeliveryAction = z.enum(['succeed', 'postpone', 'giveUp'])
export type DeliveryAction = z.infer<typeof DeliveryAction>

export const deliveryTransitions: Transitions<DeliveryState, DeliveryAction> = {
  waiting: { succeed: 'delivered', postpone: 'waiting', giveUp: 'failed' },
  delivered: {},
  failed: {},
}

export const Delivery = z.object({
  id: Id,
  webhook: Ref,
  event: z.string(),
  /** The `id` that the receiver sees; the same in every attempt and in replays. */
  eventId: Id,
  state: DeliveryState,
  attempts: z.number().int(),
  /** HTTP status of the last attempt; null where none came. */
  status: z.number().int().nullable(),
  /** Why the last attempt failed: a code, or the words of the network. */
  fault: z.string().nullable(),
  isReplay: z.boolean(),
  createdAt: z.string(),
  nextAttemptAt: z.string().nullable(),
  settledAt: z.string().nullable(),
})
export type Delivery = z.infer<typeof Delivery>

const Headers = z.record(z.string(), z.string())

export const DeliveryAttempt = z.object({
  id: Id,
  at: z.string(),
  durationMs: z.number().int(),
  requestHeaders: Headers,
  status: z.number().int().nullable(),
  responseHeaders: Headers,
  /** The beginning of the answer. */
  responseText: z.string().nullable(),
  fault: z.string().nullable(),
})
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>

export const DeliveryDetail = Delivery.extend({
  url: z.string(),
  /** What was sent, to the letter. */
  body: z.string(),
  /** The newest first. */
  log: z.array(DeliveryAttempt),
  can: z.object({ replay: z.boolean() }),
})
export type DeliveryDetail = z.infer<typeof DeliveryDetail>

export const listDeliveriesRoute = defineRoute({
  method: 'GET',
  path: '/webhook-deliveries',
  summary:
    'What webhooks delivered or have still to deliver; filter by webhook, event, state, status, createdAt',
  permission: 'webhooks.manage',
  query: ListQuery,
  answer: listAnswer(Delivery),
})

export const getDeliveryRoute = defineRoute({
  method: 'GET',
  path: '/webhook-deliveries/:id',
  summary: 'One delivery with every attempt',
  permission: 'webhooks.manage',
  params: IdParams,
  answer: DeliveryDetail,
})

export const replayDeliveryRoute = defineRoute({
  method: 'POST',
  path: '/webhook-deliveries/:id/replay',
  summary: 'Deliver the same event once more',
  permission: 'webhooks.manage',
  params: IdParams,
  answer: Delivery,
  status: 201,
  errors: ['webhooks.isOff', 'webhooks.stillWaiting', 'webhooks.testOnly'],
})

export const replayFailedRoute = defineRoute({
  method: 'POST',
  path: '/webhooks/:id/replay-failed',
  summary: 'Deliver once more what failed and was not replayed since',
  permission: 'webhooks.manage',
  params: IdParams,
  answer: z.object({ count: z.number().int() }),
  errors: ['webhooks.isOff'],
})
