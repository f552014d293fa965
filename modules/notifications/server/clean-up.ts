import { defineJob } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import './tables.ts'

const keptDays = 180

/** Notifications go after half a year; what is put off stays until it has come back. */
export const cleanUpNotificationsJob = defineJob({
  name: 'notifications.cleanUp',
  payload: z.object({}),
  cron: '47 1 * * *',
  run: async (job) => {
    const old = sql<string>`now() - make_interval(days => ${keptDays})`
    await job.inFirm(async (ctx) => {
      await ctx.db
        .deleteFrom('notifications')
        .where('tenantId', '=', ctx.tenantId)
        .where('createdAt', '<', old)
        .where('snoozedUntil', 'is', null)
        .execute()
      await ctx.db
        .deleteFrom('reminders')
        .where('tenantId', '=', ctx.tenantId)
        .where('firedAt', '<', old)
        .execute()
      await ctx.db
        .deleteFrom('pushSubscriptions')
        .where('tenantId', '=', ctx.tenantId)
        .where(
          sql<SqlBool>`not exists (select from auth.sessions s where s.id = push_subscriptions.session_id)`,
        )
        .execute()
      await ctx.db
        .deleteFrom('notificationDigests')
        .where('tenantId', '=', ctx.tenantId)
        .where('day', '<', sql<string>`current_date - ${keptDays}::int`)
        .execute()
    })
  },
})
