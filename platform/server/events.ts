import type { z } from 'zod'
import type { EventSpec } from '../contract/index.ts'
import type { Ctx } from './ctx.ts'
import type { Listener } from './jobs.ts'

/**
 * A listener for the module's manifest: `on(partyMerged, 'tickets.moveToSurvivor', moveTickets)`.
 * No order between events is promised.
 */
export function on<P extends z.ZodType>(
  event: EventSpec<P>,
  name: string,
  run: (ctx: Ctx, payload: z.output<P>) => Promise<void>,
): Listener {
  return { name, event: event.name, run: (ctx, payload) => run(ctx, event.payload.parse(payload)) }
}

/**
 * Handles one event for one listener in the caller's transaction; a second call for the same pair does nothing.
 * Events of a firm that was removed in between are dropped.
 */
export async function handleEvent(ctx: Ctx, listener: Listener, eventId: string): Promise<void> {
  const first = await ctx.db
    .insertInto('handledEvents')
    .values({ tenantId: ctx.tenantId, listener: listener.name, eventId })
    .onConflict((oc) => oc.doNothing())
    .returning('eventId')
    .executeTakeFirst()
  if (!first) return
  const event = await ctx.db
    .selectFrom('outbox')
    .select(['id', 'payload', 'at', 'actorId'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', eventId)
    .executeTakeFirst()
  if (event) await listener.run(ctx, event.payload, event)
}
