import {
  activityCancelled,
  activityCreated,
  activityDeleted,
  activityFinished,
  activityReopened,
  activityRestored,
  activityUpdated,
} from '@peyvand/activities/contract'
import { type Ctx, defineJob, type Listener, on } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import '../tables.ts'
import { syncAccount } from './sync-account.ts'

/** Brings one user's calendars up to date, with that user's present rights. */
export const syncCaldavJob = defineJob({
  name: 'calendar.syncCaldav',
  payload: z.object({ userId: z.uuid() }),
  maxAttempts: 3,
  run: async ({ app, actor }, { userId }) => {
    const user = await app.directory.actorOf(app, actor.firm.tenantId, userId)
    if (user) await syncAccount(app, user)
  },
})

/** What other programs changed is asked for every few minutes. */
export const caldavRoundJob = defineJob({
  name: 'calendar.caldavRound',
  payload: z.object({}),
  cron: '*/5 * * * *',
  run: async (job) => {
    await job.inFirm(async (ctx) => {
      const rows = await ctx.db
        .selectFrom('caldavAccounts')
        .select('userId')
        .where('tenantId', '=', ctx.tenantId)
        .execute()
      for (const { userId } of rows) enqueueSync(ctx, userId)
    })
  },
})

/** One run is enough for whatever happens until it begins. */
export function enqueueSync(ctx: Ctx, userId: string, { inSeconds = 0 } = {}): void {
  ctx.enqueue(
    syncCaldavJob,
    { userId },
    {
      key: `calendar.syncCaldav:${ctx.tenantId}:${userId}`,
      ...(inSeconds > 0 && { runAt: new Date(ctx.now().getTime() + inSeconds * 1000) }),
    },
  )
}

/** Firms of whose calendars none is kept elsewhere are not asked each time. */
const synced = (event: typeof activityCreated, name: string): Listener => ({
  ...on(event, `calendar.${name}`, syncAfterChange),
  wanted: (ctx) => sql<SqlBool>`exists (select from caldav_accounts a where a.tenant_id = ${ctx.tenantId})`,
})

export const syncListeners: readonly Listener[] = [
  synced(activityCreated, 'syncCreated'),
  synced(activityUpdated, 'syncUpdated'),
  synced(activityFinished, 'syncFinished'),
  synced(activityCancelled, 'syncCancelled'),
  synced(activityReopened, 'syncReopened'),
  synced(activityDeleted, 'syncDeleted'),
  synced(activityRestored, 'syncRestored'),
]

/** What changed here is told within seconds to the calendars of those whom it concerns. */
async function syncAfterChange(
  ctx: Ctx,
  { ownerId }: { activityId: string; ownerId: string },
): Promise<void> {
  const row = await ctx.db
    .selectFrom('caldavAccounts')
    .select('userId')
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', ownerId)
    .executeTakeFirst()
  if (row) enqueueSync(ctx, row.userId, { inSeconds: 5 })
}
