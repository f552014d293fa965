import { addDays, jalaliUnit, localDate, startOfDay } from '@peyvand/persian'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { ActivityKind, Home, WeekNumbers } from '../contract/index.ts'
import { visibleActivities } from './activity-access.ts'
import { activityRows, selectNamed } from './activity-rows.ts'
import { isOpen } from './activity-source.ts'

const shown = 20
const upcomingDays = 7

/** The caller's own day: real figures of what is owned by them. */
export async function homeOf(ctx: Ctx): Promise<Home> {
  const today = localDate(ctx.now(), ctx.timeZone)
  const tomorrow = addDays(today, 1)
  return {
    today,
    dueToday: await openBetween(ctx, today, tomorrow),
    overdue: await openBetween(ctx, null, today),
    upcoming: await openBetween(ctx, tomorrow, addDays(tomorrow, upcomingDays)),
    thisWeek: await weekNumbers(ctx, jalaliUnit('week', today)),
    lastWeek: await weekNumbers(ctx, jalaliUnit('week', today, -1)),
  }
}

async function openBetween(ctx: Ctx, from: string | null, to: string): Promise<Home['dueToday']> {
  const rows = (await visibleActivities(ctx))
    .where('a.ownerId', '=', ctx.actor.userId as string)
    .where(isOpen)
    .where('a.deadlineAt', '<', startOfDay(to, ctx.timeZone))
    .$if(from !== null, (qb) => qb.where('a.deadlineAt', '>=', startOfDay(from as string, ctx.timeZone)))
  const { total } = await rows.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const items = await selectNamed(ctx, rows).orderBy('a.deadlineAt').orderBy('a.id').limit(shown).execute()
  return { items: await activityRows(ctx, items), total }
}

async function weekNumbers(ctx: Ctx, { from, to }: { from: string; to: string }): Promise<WeekNumbers> {
  const mine = (await visibleActivities(ctx))
    .where('a.ownerId', '=', ctx.actor.userId as string)
    .where('a.status', '=', 'done')
    .where('a.at', '>=', startOfDay(from, ctx.timeZone))
    .where('a.at', '<', startOfDay(to, ctx.timeZone))
  const byKind = (await mine
    .select(['a.kind', sql<number>`count(*)::int`.as('count')])
    .groupBy('a.kind')
    .orderBy('count', 'desc')
    .execute()) as { kind: ActivityKind; count: number }[]
  const totals = await mine
    .select([
      sql<number>`count(*)::int`.as('total'),
      sql<number>`count(*) filter (where a.deadline_at is not null)::int`.as('finished'),
      sql<number>`coalesce(sum(a.duration_minutes) filter (where a.kind = 'call'), 0)::int`.as('callMinutes'),
    ])
    .executeTakeFirstOrThrow()
  const { parties } = await ctx.db
    .selectFrom('activityTargets as t')
    .select(sql<number>`count(distinct t.target_id)::int`.as('parties'))
    .where('t.tenantId', '=', ctx.tenantId)
    .where('t.targetType', '=', 'party')
    .where('t.activityId', 'in', mine.select('a.id'))
    .executeTakeFirstOrThrow()
  return { from, to, byKind, ...totals, parties }
}
