import { type App, AppError, type Ctx, encryptSecret } from '@peyvand/platform/server'
import type { CaldavAccount, CaldavLogin } from '../../contract/index.ts'
import '../tables.ts'
import { davServer } from './dav-server.ts'
import { ownRow, secretPurpose } from './open-account.ts'
import { enqueueSync } from './sync-jobs.ts'

export async function caldavAccount(ctx: Ctx): Promise<CaldavAccount> {
  const row = await ownRow(ctx)
  return {
    connected: row !== undefined,
    url: row?.url ?? null,
    username: row?.username ?? null,
    calendarName: row?.calendarName ?? null,
    state: row?.state ?? null,
    lastError: row?.lastError ?? null,
    lastSyncAt: row?.lastSyncAt ?? null,
  }
}

/**
 * Calendars of an account; asked before any transaction.
 * @throws AppError caldav.unreachable, caldav.wrongPassword, caldav.noCalendar, outgoing.insideHost
 */
export async function findCalendars(app: App, login: CaldavLogin): Promise<{ url: string; name: string }[]> {
  const calendars = await davServer(app, login).calendars()
  if (calendars.length === 0) throw new AppError('caldav.noCalendar', { status: 409 })
  return calendars
}

type Connect = CaldavLogin & { calendarUrl: string }

/** Proves that the calendar is there. @throws as `findCalendars` */
export async function proveCalendar(
  app: App,
  connect: Connect,
): Promise<{ name: string; url: string; password: string }> {
  const calendars = await findCalendars(app, connect)
  const found = calendars.find(({ url }) => url === connect.calendarUrl)
  if (!found) throw new AppError('caldav.noCalendar', { status: 409 })
  return { ...found, password: encryptSecret(app.secretKey, secretPurpose, connect.password) }
}

/** Keeps the caller's calendar alike with this one from now on; another one from before is let go. */
export async function connectCaldav(
  ctx: Ctx,
  { url, username }: Connect,
  proven: { name: string; url: string; password: string },
): Promise<CaldavAccount> {
  await removeRow(ctx)
  await ctx.db
    .insertInto('caldavAccounts')
    .values({
      tenantId: ctx.tenantId,
      userId: ctx.actor.userId as string,
      url,
      username,
      password: proven.password,
      calendarUrl: proven.url,
      calendarName: proven.name,
      state: 'active',
      lastError: null,
      lastSyncAt: null,
      createdAt: ctx.now().toISOString(),
    })
    .execute()
  ctx.audit({ action: 'create', record: 'caldavAccounts', label: proven.url })
  enqueueSync(ctx, ctx.actor.userId as string)
  return caldavAccount(ctx)
}

/** @throws AppError caldav.notConnected (409) */
export async function requestSync(ctx: Ctx): Promise<CaldavAccount> {
  const account = await caldavAccount(ctx)
  if (!account.connected) throw new AppError('caldav.notConnected', { status: 409 })
  enqueueSync(ctx, ctx.actor.userId as string)
  return account
}

export async function disconnectCaldav(ctx: Ctx): Promise<CaldavAccount> {
  await removeRow(ctx)
  ctx.audit({ action: 'delete', record: 'caldavAccounts', label: ctx.actor.name })
  return caldavAccount(ctx)
}

async function removeRow(ctx: Ctx): Promise<void> {
  await ctx.db
    .deleteFrom('caldavAccounts')
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', ctx.actor.userId)
    .execute()
}
