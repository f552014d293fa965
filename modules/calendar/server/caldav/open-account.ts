import { type App, type Ctx, decryptSecret } from '@peyvand/platform/server'
import type { CaldavLogin } from '../../contract/index.ts'
import '../tables.ts'

/** For what passwords of CalDAV accounts are encrypted. */
export const secretPurpose = 'calendar.caldav'

/** The caller's account as it is stored. */
export const ownRow = (ctx: Ctx) =>
  ctx.db
    .selectFrom('caldavAccounts')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', ctx.actor.userId)
    .executeTakeFirst()

/** The account with its password, for the job; undefined when it was let go. */
export async function openAccount(
  app: App,
  ctx: Ctx,
): Promise<{ login: CaldavLogin; calendarUrl: string } | undefined> {
  const row = await ownRow(ctx)
  if (!row) return undefined
  const { url, username, password, calendarUrl } = row
  return {
    calendarUrl,
    login: { url, username, password: decryptSecret(app.secretKey, secretPurpose, password) },
  }
}

/** Writes down how the last run ended; an error is a code. */
export async function noteRun(ctx: Ctx, lastError: string | null): Promise<void> {
  await ctx.db
    .updateTable('caldavAccounts')
    .set({
      lastError,
      state: lastError ? 'failing' : 'active',
      ...(lastError ? {} : { lastSyncAt: ctx.now().toISOString() }),
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', ctx.actor.userId)
    .execute()
}
