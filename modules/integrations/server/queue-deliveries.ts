import {
  type AskedFact,
  type Ctx,
  type EventFact,
  everyPublishedEvent,
  type Listener,
} from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { enqueueDeliveries } from './deliver-job.ts'
import { insertDeliveries } from './deliveries.ts'

/** Makes a delivery of a published event for every webhook that wants it. */
export const queueDeliveriesListener: Listener = {
  name: 'integrations.queueDeliveries',
  event: everyPublishedEvent,
  wanted: isWanted,
  run: queueDeliveries,
}

function isWanted(ctx: Ctx, { name }: AskedFact): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from webhooks w where w.tenant_id = ${ctx.tenantId} and w.is_on and ${name} = any(w.events)
  )`
}

async function queueDeliveries(ctx: Ctx, payload: unknown, event: EventFact): Promise<void> {
  const webhooks = await ctx.db
    .selectFrom('webhooks')
    .select(['id', 'ignoredUserId'])
    .where('tenantId', '=', ctx.tenantId)
    .where('isOn', '=', true)
    .where(sql<SqlBool>`${event.name} = any(events)`)
    .execute()
  const wanting = webhooks
    .filter(({ ignoredUserId }) => ignoredUserId === null || ignoredUserId !== event.actorId)
    .map(({ id }) => id)
  await insertDeliveries(
    ctx,
    wanting.map((webhookId) => ({
      webhookId,
      event: event.name,
      eventId: event.id,
      eventAt: event.at,
      actorId: event.actorId,
      data: payload as Record<string, unknown>,
      replayOf: null,
    })),
  )
  for (const webhookId of wanting) enqueueDeliveries(ctx, webhookId)
}
