import { activityCreated, activityFinished } from '@peyvand/activities/contract'
import { workingCalendar } from '@peyvand/calendar/server'
import { addDays, localDate } from '@peyvand/persian'
import type { Ctx, Listener } from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'
import { beginWork } from './leads.ts'
import { workingMinutesBetween } from './response-clock.ts'
import './tables.ts'

const listener = (event: typeof activityCreated, name: string): Listener => ({
  name: `leads.${name}`,
  event: event.name,
  wanted: (ctx, { payload }) => sql`exists (select from leads where tenant_id = ${ctx.tenantId} and current
    and responded_at is null and respond_by is not null ${payload ? sql`and ${isAmong(payload)}` : sql``})`,
  concerns: (payload) => {
    const { kind, partyIds } = activityCreated.payload.parse(payload)
    return kind !== 'task' && partyIds.length > 0
  },
  run: (ctx, payload) => noteAnswer(ctx, activityCreated.payload.parse(payload).activityId),
})

const isAmong = (payload: RawBuilder<unknown>) =>
  sql`party_id = any(array(select jsonb_array_elements_text(${payload} -> 'partyIds')::uuid))`

/** The first outgoing activity with a lead stops its clock. */
export const answerListeners: readonly Listener[] = [
  listener(activityCreated, 'activityCreated'),
  listener(activityFinished, 'activityFinished'),
]

/** Begins at the activity's few parties: a plan for a young firm would begin at all its leads. */
async function noteAnswer(ctx: Ctx, activityId: string): Promise<void> {
  const { rows } = await sql<{ id: string; partyId: string; arrivedAt: string; at: string }>`
    with touched as materialized (
      select t.target_id, a.at
      from activities a
        join activity_targets t on t.tenant_id = a.tenant_id and t.activity_id = a.id and t.target_type = 'party'
      where a.tenant_id = ${ctx.tenantId} and a.id = ${activityId}::uuid and a.deleted_at is null
        and a.direction = 'outgoing' and a.status = 'done' and a.kind <> 'task')
    select l.id, l.party_id, l.arrived_at, touched.at
    from touched join leads l on l.tenant_id = ${ctx.tenantId} and l.party_id = touched.target_id
    where l.current and l.responded_at is null and touched.at >= l.arrived_at
    order by l.id for update of l`.execute(ctx.db)
  for (const { id, partyId, arrivedAt, at } of rows) {
    await ctx.db
      .updateTable('leads')
      // Whoever has the lead open does not contradict it: its version stays.
      .set({ respondedAt: at, responseMinutes: await minutesBetween(ctx, arrivedAt, at) })
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', id)
      .execute()
    // The state changed when the answer was given, not when it was noted.
    await beginWork({ ...ctx, now: () => new Date(at) }, partyId)
    ctx.live({ topic: 'parties', id: partyId })
  }
}

async function minutesBetween(ctx: Ctx, from: string, until: string): Promise<number> {
  const { timeZone } = ctx
  const calendar = await workingCalendar(
    ctx,
    localDate(from, timeZone),
    addDays(localDate(until, timeZone), 1),
  )
  return workingMinutesBetween(calendar, { since: new Date(from), until: new Date(until), timeZone })
}
