import { nextState } from '@peyvand/platform/contract'
import type { Ctx, Tables } from '@peyvand/platform/server'
import type { RawBuilder, SqlBool, Updateable } from 'kysely'
import { type DeliveryAction, type DeliveryState, deliveryTransitions, testEvent } from '../contract/index.ts'
import type { DeliveryRow } from './webhook-body.ts'

/** Moves a delivery by the transition table. */
export async function moveDelivery(
  ctx: Ctx,
  { id, state }: Pick<DeliveryRow, 'id' | 'state'>,
  action: DeliveryAction,
  changes: Updateable<Tables['webhookDeliveries']>,
): Promise<void> {
  await ctx.db
    .updateTable('webhookDeliveries')
    .set({ ...changes, ...moved(ctx, state, action) })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

/** Those of a webhook that wait and are to be given up, all at once. */
export async function giveUpWaiting(
  ctx: Ctx,
  webhookId: string,
  { fault, where }: { fault: string; where: RawBuilder<SqlBool> },
): Promise<void> {
  await ctx.db
    .updateTable('webhookDeliveries')
    .set({ fault, ...moved(ctx, 'waiting', 'giveUp') })
    .where('tenantId', '=', ctx.tenantId)
    .where('webhookId', '=', webhookId)
    .where('state', '=', 'waiting')
    .where('event', '<>', testEvent)
    .where(where)
    .execute()
}

function moved(ctx: Ctx, from: DeliveryState, action: DeliveryAction) {
  const state = nextState(deliveryTransitions, from, action)
  if (!state) throw new Error(`a delivery that is ${from} cannot ${action}`)
  return state === 'waiting' ? { state } : { state, nextAttemptAt: null, settledAt: ctx.now().toISOString() }
}
