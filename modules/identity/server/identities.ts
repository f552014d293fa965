import { AppError, type Ctx, newId, type Tables } from '@peyvand/platform/server'
import { type Kysely, type Selectable, sql } from 'kysely'
import { hashPassword, unknownPassword } from './password.ts'
import { requireGoodPassword } from './password-policy.ts'

export type Identity = Selectable<Tables['auth.identities']>

export const identityByEmail = (db: Kysely<Tables>, email: string): Promise<Identity | undefined> =>
  db.selectFrom('auth.identities').selectAll().where('email', '=', email).executeTakeFirst()

export const identityById = (db: Kysely<Tables>, id: string): Promise<Identity> =>
  db.selectFrom('auth.identities').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** Without a password nobody signs in until one is set. @throws AppError password.tooShort, password.tooCommon, password.likeEmail */
export async function createIdentity(
  db: Kysely<Tables>,
  { email, password, now }: { email: string; password: string | null; now: Date },
): Promise<string> {
  if (password !== null) requireGoodPassword(password, email)
  const id = newId()
  const at = now.toISOString()
  await db
    .insertInto('auth.identities')
    .values({
      id,
      email,
      passwordHash: password === null ? unknownPassword() : await hashPassword(password),
      passwordChangedAt: at,
      totpSecret: null,
      totpConfirmedAt: null,
      totpLastStep: null,
      backupCodes: sql`'[]'::jsonb`,
      createdAt: at,
    })
    .execute()
  return id
}

/** Sets a password and makes links for a new one useless. */
export async function setPassword(
  db: Kysely<Tables>,
  { identityId, email, password, now }: { identityId: string; email: string; password: string; now: Date },
): Promise<void> {
  requireGoodPassword(password, email)
  await db
    .updateTable('auth.identities')
    .set({ passwordHash: await hashPassword(password), passwordChangedAt: now.toISOString() })
    .where('id', '=', identityId)
    .execute()
  await db.deleteFrom('auth.passwordResets').where('identityId', '=', identityId).execute()
}

export interface Membership {
  tenantId: number
  userId: string
  firmName: string
}

/** The firms a person may work in, the one of the last sign-in first. */
export async function activeMemberships(db: Kysely<Tables>, identityId: string): Promise<Membership[]> {
  const { rows } = await sql<Membership>`select * from active_memberships(${identityId}::uuid)`.execute(db)
  return rows
}

/** Whether the sign-in belongs to other firms too: then no single firm's administrator may change it. */
export async function isShared(db: Kysely<Tables>, identityId: string): Promise<boolean> {
  const { rows } = await sql<{
    count: number
  }>`select firms_of_identity(${identityId}::uuid) as count`.execute(db)
  return (rows[0]?.count ?? 0) > 1
}

/**
 * The person and session behind a ctx, for what only a signed-in person may do.
 * @throws AppError session.needed (403) for API keys and the system.
 */
export async function sessionCtx(
  ctx: Ctx,
): Promise<{ identityId: string; sessionId: string; userId: string }> {
  const { kind, userId, sessionId } = ctx.actor
  if (kind !== 'user' || !userId || !sessionId) throw new AppError('session.needed')
  const { identityId } = await ctx.db
    .selectFrom('users')
    .select('identityId')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  if (!identityId) throw new AppError('session.needed')
  return { identityId, sessionId, userId }
}
