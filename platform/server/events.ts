import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { EventSpec } from '../contract/index.ts'
import type { Ctx } from './ctx.ts'
import type { EventFact, Listener } from './jobs.ts'

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
  const { rows } = await sql<EventFact & { payload: unknown }>`
    with first as (
      insert into handled_events (tenant_id, listener, event_id) values (${ctx.tenantId}, ${listener.name}, ${eventId})
      on conflict do nothing returning tenant_id, event_id
    )
    select o.id, o.name, o.payload, o.at, o.actor_id
    from first join outbox o on o.tenant_id = first.tenant_id and o.id = first.event_id`.execute(ctx.db)
  for (const { payload, ...event } of rows) await listener.run(ctx, payload, event)
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
    const condition = wanted(ctx, { name: sql.val(event.name), payload: null })
    const asked = await sql<{ yes: SqlBool }>`select ${condition} as yes`.execute(ctx.db)
    if (asked.rows[0]?.yes) return true
  }
  return false
}
