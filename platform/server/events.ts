import { type SqlBool, sql } from 'kysely'
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
    .select(['id', 'name', 'payload', 'at', 'actorId'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', eventId)
    .executeTakeFirst()
  if (event) await listener.run(ctx, event.payload, event)
}

/**
 * Whether anybody listens to the event in this firm: bulk work asks before it tells a hundred thousand times what nobody
 * wants to hear. A single change need not ask.
 */
export async function isHeard(ctx: Ctx, event: EventSpec): Promise<boolean> {
  const listeners = ctx.registry.listenersOf(event.name)
  if (listeners.some(({ wanted }) => !wanted)) return true
  for (const { wanted } of listeners) {
    if (!wanted) continue
    const asked = await sql<{ yes: SqlBool }>`select ${wanted(ctx, sql.val(event.name))} as yes`.execute(
      ctx.db,
    )
    if (asked.rows[0]?.yes) return true
  }
  return false
}
