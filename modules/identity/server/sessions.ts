import { type App, type Ctx, inTransaction, newId, notFound, type Tables } from '@peyvand/platform/server'
import type { Kysely } from 'kysely'
import type { DeviceSession } from '../contract/index.ts'
import { activeMemberships, sessionCtx } from './identities.ts'
import { hashToken, newToken } from './tokens.ts'

/** What is known of the program that asks. */
export interface Client {
  ip: string
  userAgent: string | null
}

const hour = 3_600_000
const rememberedIdle = 30 * 24 * hour
const otherIdle = 12 * hour
const longest = 90 * 24 * hour

interface NewSession {
  identityId: string
  tenantId: number
  remember: boolean
  client: Client
  now: Date
}

/** Makes a session and answers its token; the database keeps only a hash of it. */
export async function createSession(db: Kysely<Tables>, session: NewSession): Promise<string> {
  const { identityId, tenantId, remember, client, now } = session
  const token = newToken()
  await db
    .insertInto('auth.sessions')
    .values({
      id: newId(),
      tokenHash: hashToken(token),
      identityId,
      tenantId,
      remember,
      ip: client.ip,
      userAgent: client.userAgent,
      createdAt: now.toISOString(),
      lastSeenAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + (remember ? rememberedIdle : otherIdle)).toISOString(),
    })
    .execute()
  return token
}

/** Puts off the end of a session in use: half a day idle, 30 days if remembered, never beyond 90 days. */
export async function prolongSession(
  app: App,
  { sessionId, remember }: { sessionId: string; remember: boolean },
): Promise<void> {
  const now = app.now()
  const idle = now.getTime() + (remember ? rememberedIdle : otherIdle)
  await inTransaction(app.db, {
    tenantId: null,
    run: async (db) => {
      const session = await db
        .selectFrom('auth.sessions')
        .select('createdAt')
        .where('id', '=', sessionId)
        .executeTakeFirst()
      if (!session) return
      const end = Math.min(idle, Date.parse(session.createdAt) + longest)
      await db
        .updateTable('auth.sessions')
        .set({ lastSeenAt: now.toISOString(), expiresAt: new Date(end).toISOString() })
        .where('id', '=', sessionId)
        .execute()
    },
  })
}

export async function endSession(app: App, token: string): Promise<void> {
  await inTransaction(app.db, {
    tenantId: null,
    run: (db) => db.deleteFrom('auth.sessions').where('tokenHash', '=', hashToken(token)).execute(),
  })
}

/** Ends every session of a person, except one; answers how many. */
export async function endSessionsOf(
  db: Kysely<Tables>,
  identityId: string,
  except: string | null = null,
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('auth.sessions')
    .where('identityId', '=', identityId)
    .$if(except !== null, (qb) => qb.where('id', '!=', except as string))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

export async function listSessions(ctx: Ctx): Promise<DeviceSession[]> {
  const { identityId, sessionId } = await sessionCtx(ctx)
  const firms = new Map((await activeMemberships(ctx.db, identityId)).map((m) => [m.tenantId, m.firmName]))
  const rows = await ctx.db
    .selectFrom('auth.sessions')
    .select(['id', 'createdAt', 'lastSeenAt', 'ip', 'userAgent', 'tenantId'])
    .where('identityId', '=', identityId)
    .where('expiresAt', '>', ctx.now().toISOString())
    .orderBy('lastSeenAt', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    firm: firms.get(row.tenantId) ?? null,
    isCurrent: row.id === sessionId,
  }))
}

export async function revokeSession(ctx: Ctx, id: string): Promise<undefined> {
  const { identityId } = await sessionCtx(ctx)
  const ended = await ctx.db
    .deleteFrom('auth.sessions')
    .where('id', '=', id)
    .where('identityId', '=', identityId)
    .returning('id')
    .executeTakeFirst()
  if (!ended) throw notFound()
  ctx.audit({ action: 'endSession', record: 'users', recordId: ctx.actor.userId, label: ctx.actor.name })
}

export async function revokeOtherSessions(ctx: Ctx): Promise<{ ended: number }> {
  const { identityId, sessionId } = await sessionCtx(ctx)
  const ended = await endSessionsOf(ctx.db, identityId, sessionId)
  ctx.audit({ action: 'endSession', record: 'users', recordId: ctx.actor.userId, label: ctx.actor.name })
  return { ended }
}
