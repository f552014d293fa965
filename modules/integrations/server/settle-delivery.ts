import { type Ctx, json, newId } from '@peyvand/platform/server'
import { testEvent } from '../contract/index.ts'
import type { Begun } from './begin-delivery.ts'
import type { Exchange } from './call-receiver.ts'
import { holdUntil, isToStop, nextAttempt } from './delivery-rules.ts'
import { lockedWebhook, setWebhook } from './locked-webhook.ts'
import { moveDelivery } from './move-delivery.ts'
import { stopWebhook } from './stop-webhook.ts'
import type { DeliveryRow } from './webhook-body.ts'
import type { WebhookRow } from './webhook-queries.ts'

/** Writes what came of an attempt, for the delivery and for its webhook. */
export async function settleDelivery(
  ctx: Ctx,
  { delivery: { id, webhookId } }: Begun,
  exchange: Exchange,
): Promise<void> {
  const webhook = await lockedWebhook(ctx, webhookId)
  const delivery = await lockedDelivery(ctx, id)
  if (!webhook || delivery?.state !== 'waiting') return
  const attempts = delivery.attempts + 1
  await keepAttempt(ctx, id, exchange)
  ctx.live({ topic: 'webhooks', id: webhookId })
  const outcome = { attempts, status: exchange.status, fault: exchange.fault }
  if (exchange.isTaken) {
    await moveDelivery(ctx, delivery, 'succeed', outcome)
    if (webhook.failures > 0)
      await setWebhook(ctx, webhookId, { failures: 0, failingSince: null, heldUntil: null })
    return
  }
  // A test is told of at once, to whoever made it: it neither counts nor is repeated.
  if (delivery.event === testEvent) return moveDelivery(ctx, delivery, 'giveUp', outcome)
  await countFailure(ctx, webhook, exchange)
  const again = exchange.isGone
    ? null
    : nextAttempt({ attempts, createdAt: new Date(delivery.createdAt) }, ctx.now())
  if (again) await moveDelivery(ctx, delivery, 'postpone', { ...outcome, nextAttemptAt: again.toISOString() })
  else await moveDelivery(ctx, delivery, 'giveUp', outcome)
}

/** After several failures the receiver is left alone for a while, and in the end the webhook switches itself off. */
async function countFailure(ctx: Ctx, webhook: WebhookRow, { isGone }: Exchange): Promise<void> {
  const now = ctx.now()
  const failures = webhook.failures + 1
  const failingSince = webhook.failingSince ?? now.toISOString()
  const held = holdUntil(failures, now)
  await setWebhook(ctx, webhook.id, { failures, failingSince, heldUntil: held?.toISOString() ?? null })
  const isWorn = isToStop({ failures, failingSince: new Date(failingSince) }, now)
  if (webhook.isOn && (isGone || isWorn)) await stopWebhook(ctx, webhook, isGone ? 'gone' : 'failures')
}

const lockedDelivery = (ctx: Ctx, id: string): Promise<DeliveryRow | undefined> =>
  ctx.db
    .selectFrom('webhookDeliveries')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

async function keepAttempt(
  ctx: Ctx,
  deliveryId: string,
  { durationMs, requestHeaders, status, responseHeaders, responseText, fault }: Exchange,
): Promise<void> {
  await ctx.db
    .insertInto('webhookAttempts')
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      deliveryId,
      at: ctx.now().toISOString(),
      durationMs,
      requestHeaders: json(requestHeaders),
      status,
      responseHeaders: json(responseHeaders),
      responseText,
      fault,
    })
    .execute()
}
