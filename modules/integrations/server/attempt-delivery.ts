import { nextState } from '@peyvand/platform/contract'
import { type Ctx, json, newId, type Tables } from '@peyvand/platform/server'
import type { Updateable } from 'kysely'
import { type DeliveryAction, deliveryTransitions, testEvent } from '../contract/index.ts'
import type { Exchange } from './call-receiver.ts'
import { holdUntil, isTooLate, isToStop, nextAttempt } from './delivery-rules.ts'
import type { DeliveryRow } from './webhook-body.ts'
import type { WebhookRow } from './webhook-queries.ts'
import { stopWebhook } from './webhooks.ts'

export interface Begun {
  delivery: DeliveryRow
  webhook: WebhookRow
}

/** What to send now; or when to come back, because the receiver is left alone until then; or neither. */
export async function beginDelivery(ctx: Ctx, id: string): Promise<{ ready?: Begun; again?: Date }> {
  const begun = await lockedDelivery(ctx, id)
  if (!begun || begun.delivery.state !== 'waiting') return {}
  const { delivery, webhook } = begun
  if (delivery.event === testEvent) return { ready: begun }
  if (!webhook.isOn) {
    await moveDelivery(ctx, delivery, 'giveUp', { fault: 'webhooks.isOff' })
    return {}
  }
  const held = webhook.heldUntil ? new Date(webhook.heldUntil) : null
  if (!held || held <= ctx.now()) return { ready: begun }
  if (isTooLate(new Date(delivery.createdAt), held)) {
    await moveDelivery(ctx, delivery, 'giveUp', { fault: 'webhooks.held' })
    return {}
  }
  await moveDelivery(ctx, delivery, 'postpone', { nextAttemptAt: held.toISOString() })
  return { again: held }
}

/** Writes what came of an attempt, for the delivery and for its webhook; answers when to try again, if ever. */
export async function settleDelivery(ctx: Ctx, id: string, exchange: Exchange): Promise<Date | null> {
  const begun = await lockedDelivery(ctx, id)
  if (!begun || begun.delivery.state !== 'waiting') return null
  const { delivery, webhook } = begun
  const attempts = delivery.attempts + 1
  await keepAttempt(ctx, id, exchange)
  ctx.live({ topic: 'webhooks', id: webhook.id })
  const outcome = { attempts, status: exchange.status, fault: exchange.fault }
  if (exchange.isTaken) {
    await moveDelivery(ctx, delivery, 'succeed', outcome)
    if (webhook.failures > 0)
      await setWebhook(ctx, webhook.id, { failures: 0, failingSince: null, heldUntil: null })
    return null
  }
  const again =
    delivery.event === testEvent
      ? null
      : await noteFailure(ctx, { webhook, exchange, delivery: { ...delivery, attempts } })
  if (again) await moveDelivery(ctx, delivery, 'postpone', { ...outcome, nextAttemptAt: again.toISOString() })
  else await moveDelivery(ctx, delivery, 'giveUp', outcome)
  return again
}

/** Counts a failure for the webhook, which may end with it; answers when the delivery is tried again, if ever. */
async function noteFailure(
  ctx: Ctx,
  { webhook, delivery, exchange }: Begun & { exchange: Exchange },
): Promise<Date | null> {
  const now = ctx.now()
  const failures = webhook.failures + 1
  const failingSince = webhook.failingSince ?? now.toISOString()
  const held = holdUntil(failures, now)
  await setWebhook(ctx, webhook.id, { failures, failingSince, heldUntil: held?.toISOString() ?? null })
  const isWorn = isToStop({ failures, failingSince: new Date(failingSince) }, now)
  if (webhook.isOn && (exchange.isGone || isWorn))
    await stopWebhook(ctx, webhook, exchange.isGone ? 'gone' : 'failures')
  if (exchange.isGone) return null
  return nextAttempt({ attempts: delivery.attempts, createdAt: new Date(delivery.createdAt) }, now)
}

/** The delivery and its webhook, both locked against other attempts; undefined when they are gone. */
async function lockedDelivery(ctx: Ctx, id: string): Promise<Begun | undefined> {
  const delivery = await ctx.db
    .selectFrom('webhookDeliveries')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!delivery) return undefined
  const webhook = await ctx.db
    .selectFrom('webhooks')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', delivery.webhookId)
    .forUpdate()
    .executeTakeFirst()
  return webhook && { delivery, webhook }
}

/** Moves a delivery by the transition table. */
async function moveDelivery(
  ctx: Ctx,
  { id, state }: Pick<DeliveryRow, 'id' | 'state'>,
  action: DeliveryAction,
  changes: Updateable<Tables['webhookDeliveries']>,
): Promise<void> {
  const next = nextState(deliveryTransitions, state, action)
  if (!next) throw new Error(`a delivery that is ${state} cannot ${action}`)
  const isOver = next !== 'waiting'
  await ctx.db
    .updateTable('webhookDeliveries')
    .set({
      ...changes,
      state: next,
      ...(isOver ? { nextAttemptAt: null, settledAt: ctx.now().toISOString() } : {}),
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

async function setWebhook(
  ctx: Ctx,
  id: string,
  changes: Pick<WebhookRow, 'failures' | 'failingSince' | 'heldUntil'>,
): Promise<void> {
  await ctx.db
    .updateTable('webhooks')
    .set(changes)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

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
