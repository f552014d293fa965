import { defineJob } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { globally } from './sign-in.ts'

/** Sign-ins are kept for half a year; sessions and links that ended, not at all. */
export const cleanUpSignInJob = defineJob({
  name: 'identity.cleanUpSignIn',
  payload: z.object({}),
  cron: '41 1 * * *',
  run: async ({ app }) => {
    const now = app.now()
    await globally(app, async (db) => {
      await db.deleteFrom('auth.sessions').where('expiresAt', '<', now.toISOString()).execute()
      await db.deleteFrom('auth.passwordResets').where('expiresAt', '<', now.toISOString()).execute()
      await db
        .deleteFrom('auth.signInAttempts')
        .where(sql<boolean>`at < ${now}::timestamptz - interval '180 days'`)
        .execute()
    })
  },
})
