import type { Ctx } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import { testEvent } from '../contract/index.ts'
import { tryForMs } from './delivery-rules.ts'
import { lockedWebhook, setWebhook } from './locked-webhook.ts'
import { giveUpWaiting } from './move-delivery.ts'
import type { DeliveryRow } from './webhook-body.ts'
import type { WebhookRow } from './webhook-queries.ts'

export interface Begun {
  delivery: DeliveryRow
  webhook: WebhookRow
}

/** What a run of the job does next: sends one, comes back (at once or at a time), or ends. */
type Next = ({ type: 'send' } & Begun) | { type: 'more' } | { type: 'later'; at: Date } | { type: 'done' }

interface Turn {
  webhookId: string
  /** Of this run of the job: while it goes on, others of the same webhook come back later. */
  runId: string
  /** It sends no more, so that others have their turn. */
  isOver: boolean
}

/** Longer than an attempt can last: a run that says nothing for so long is dead. */
const leaseMs = 60_000

/** Chooses what a run sends next and keeps other runs of the webhook away meanwhile. */
export async function beginDelivery(ctx: Ctx, { webhookId, runId, isOver }: Turn): Promise<Next> {
  const webhook = await lockedWebhook(ctx, webhookId)
  if (!webhook) return { type: 'done' }
  const now = ctx.now()
  const { runUntil, heldUntil } = webhook
  if (webhook.runId !== null && webhook.runId !== runId && runUntil !== null && new Date(runUntil) > now)
    return { type: 'later', at: new Date(runUntil) }

  const held = heldUntil !== null && new Date(heldUntil) > now ? new Date(heldUntil) : null
  if (!webhook.isOn)
    await giveUpWaiting(ctx, webhookId, {
      fault: 'webhooks.isOff',
      where: sql<SqlBool>`next_attempt_at <= ${now}`,
    })
  else if (held)
    await giveUpWaiting(ctx, webhookId, {
      fault: 'webhooks.held',
      where: sql<SqlBool>`created_at < ${new Date(held.getTime() - tryForMs)}`,
    })
  const delivery = webhook.isOn && !held ? await firstDue(ctx, webhookId) : undefined
  if (delivery && !isOver) {
    const until = new Date(now.getTime() + leaseMs)
    await setWebhook(ctx, webhookId, { runId, runUntil: until.toISOString() })
    return { type: 'send', delivery, webhook }
  }
  await setWebhook(ctx, webhookId, { runId: null, runUntil: null })
  if (delivery) return { type: 'more' }
  const at = await nextDue(ctx, webhookId, held)
  return at ? { type: 'later', at } : { type: 'done' }
}

const firstDue = (ctx: Ctx, webhookId: string): Promise<DeliveryRow | undefined> =>
  ctx.db
    .selectFrom('webhookDeliveries')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('webhookId', '=', webhookId)
    .where('state', '=', 'waiting')
    .where('event', '<>', testEvent)
    .where('nextAttemptAt', '<=', ctx.now().toISOString())
    .orderBy('nextAttemptAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

/**
 * When the first of those that wait is due, `held` at the earliest. By the queue's clock a second on at least: where it is
 * ahead of ours, the job would come back at once, again and again.
 */
async function nextDue(ctx: Ctx, webhookId: string, held: Date | null): Promise<Date | null> {
  const { rows } = await sql<{ at: string | null }>`
    select case when count(*) > 0
      then greatest(min(next_attempt_at), ${held}::timestamptz, now() + interval '1 second') end as at
    from webhook_deliveries
    where tenant_id = ${ctx.tenantId} and webhook_id = ${webhookId} and state = 'waiting' and event <> ${testEvent}
  `.execute(ctx.db)
  const at = rows[0]?.at
  return at ? new Date(at) : null
}
