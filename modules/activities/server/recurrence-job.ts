import { localDate, startOfDay } from '@peyvand/persian'
import { type Ctx, defineJob } from '@peyvand/platform/server'
import { z } from 'zod'
import type { ActivityRecord } from './activity-access.ts'
import { createNextOccurrence } from './next-occurrence.ts'

const atOnce = 200

/**
 * Recurring work that nobody finished goes on all the same: once the day of a later occurrence has come, the newest
 * such is made. The missed one stays overdue; those between are not made up for.
 */
export const missedOccurrencesJob = defineJob({
  name: 'activities.missedOccurrences',
  payload: z.object({}),
  cron: '7 * * * *',
  run: async (job) => {
    let after: string | null = null
    do {
      after = await job.inFirm((ctx) => makeMissed(ctx, after))
    } while (after)
  },
})

async function makeMissed(ctx: Ctx, after: string | null): Promise<string | null> {
  const today = localDate(ctx.now(), ctx.timeZone)
  const rows: ActivityRecord[] = await ctx.db
    .selectFrom('activities as a')
    .selectAll('a')
    .where('a.tenantId', '=', ctx.tenantId)
    .where('a.seriesId', 'is not', null)
    .where('a.status', 'in', ['planned', 'inProgress'])
    .where('a.deletedAt', 'is', null)
    .where('a.deadlineAt', '<', startOfDay(today, ctx.timeZone))
    .$if(after !== null, (qb) => qb.where('a.id', '>', after as string))
    .orderBy('a.id')
    .limit(atOnce)
    .execute()
  for (const row of rows) await createNextOccurrence(ctx, row, { upTo: today })
  return rows.length === atOnce ? (rows.at(-1)?.id ?? null) : null
}
