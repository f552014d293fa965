import { defineRoute, Id, IdParams, issue, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { DeliveryDetail, DeliveryState } from './deliveries.ts'
import { StopReason } from './events.ts'

/** `failing`: on, but the last attempts failed; `stopped`: Peyvand switched it off by itself. */
export const WebhookState = z.enum(['on', 'failing', 'off', 'stopped'])
export type WebhookState = z.infer<typeof WebhookState>

export const Webhook = z.object({
  id: Id,
  name: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  /** What this user does is not told: the one by whose API key the receiver writes back. */
  ignoredUser: Ref.nullable(),
  state: WebhookState,
  stopReason: StopReason.nullable(),
  /** Attempts in a row that failed. */
  failures: z.number().int(),
  failingSince: z.string().nullable(),
  /** Until then everything is signed with the secret before this one as well. */
  oldSecretUntil: z.string().nullable(),
  lastDelivery: z.object({ id: Id, at: z.string(), state: DeliveryState }).nullable(),
  /** Of the last 24 hours. */
  delivered: z.number().int(),
  failed: z.number().int(),
  createdAt: z.string(),
  version: z.number().int(),
})
export type Webhook = z.infer<typeof Webhook>

const Address = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  // Whoever sees the list would see the password; receivers know Peyvand by the signature.
  .superRefine((url, ctx) => {
    if (/^\w+:\/\/[^/?#]*@/.test(url)) ctx.addIssue(issue('webhooks.passwordInAddress'))
  })

const fields = {
  name: z.string().trim().min(1).max(80),
  url: Address,
  events: z.array(z.string().max(120)).min(1).max(200),
  ignoredUserId: Id.nullable(),
}

export const CreateWebhook = z.object({ ...fields, ignoredUserId: fields.ignoredUserId.default(null) })
export type CreateWebhook = z.output<typeof CreateWebhook>

export const UpdateWebhook = z
  .object({ ...fields, isOn: z.boolean() })
  .partial()
  .extend({ version: z.number().int() })
export type UpdateWebhook = z.output<typeof UpdateWebhook>

/** An event of any module that webhooks may carry. */
export const PublishedEvent = z.object({
  name: z.string(),
  label: z.object({ fa: z.string(), en: z.string() }),
  /** The fields of `data`. */
  fields: z.array(z.string()),
})
export type PublishedEvent = z.infer<typeof PublishedEvent>

/** `whsec_…`: shown this once, kept encrypted. */
const Secret = z.string()

export const listWebhooksRoute = defineRoute({
  method: 'GET',
  path: '/webhooks',
  summary: 'The webhooks of the firm',
  permission: 'webhooks.manage',
  answer: z.object({ items: z.array(Webhook) }),
})

export const listWebhookEventsRoute = defineRoute({
  method: 'GET',
  path: '/webhooks/events',
  summary: 'The events that webhooks may carry, with the fields of their data',
  permission: 'webhooks.manage',
  answer: z.object({ items: z.array(PublishedEvent) }),
})

export const getWebhookRoute = defineRoute({
  method: 'GET',
  path: '/webhooks/:id',
  summary: 'One webhook',
  permission: 'webhooks.manage',
  params: IdParams,
  answer: Webhook,
})

export const createWebhookRoute = defineRoute({
  method: 'POST',
  path: '/webhooks',
  summary: 'Tell another program of events; the signing secret is shown this once',
  permission: 'webhooks.manage',
  body: CreateWebhook,
  answer: z.object({ webhook: Webhook, secret: Secret }),
  status: 201,
  holdsSecret: true,
  errors: ['webhooks.tooMany', 'outgoing.insideHost'],
})

export const updateWebhookRoute = defineRoute({
  method: 'PATCH',
  path: '/webhooks/:id',
  summary: 'Change a webhook, switch it on or off',
  permission: 'webhooks.manage',
  params: IdParams,
  body: UpdateWebhook,
  answer: Webhook,
  errors: ['outgoing.insideHost'],
})

export const deleteWebhookRoute = defineRoute({
  method: 'DELETE',
  path: '/webhooks/:id',
  summary: 'Delete a webhook with the log of its deliveries',
  permission: 'webhooks.manage',
  params: IdParams,
  answer: 'none',
})

export const renewWebhookSecretRoute = defineRoute({
  method: 'POST',
  path: '/webhooks/:id/secret',
  summary: 'Make a new signing secret; for a day everything is signed with the old one as well',
  permission: 'webhooks.manage',
  params: IdParams,
  answer: z.object({ webhook: Webhook, secret: Secret }),
  holdsSecret: true,
})

export const testWebhookRoute = defineRoute({
  method: 'POST',
  path: '/webhooks/:id/test',
  summary: 'Deliver the event webhooks.test once, at once, and tell what came of it; also while switched off',
  permission: 'webhooks.manage',
  params: IdParams,
  answer: DeliveryDetail,
  ratePerMinute: 20,
})
