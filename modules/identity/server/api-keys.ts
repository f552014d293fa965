import { AppError, badField, type Ctx, json, newId, notFound, type Tables } from '@peyvand/platform/server'
import { type Kysely, sql } from 'kysely'
import type { ApiKey, CreateApiKey } from '../contract/index.ts'
import { sessionCtx } from './identities.ts'
import { scopedPermissionKeys } from './own-permissions.ts'
import { beyond, narrowTo } from './rights.ts'
import { hashToken, newFirmToken } from './tokens.ts'
import { rightsOfUser } from './user-rights.ts'

const shownSigns = 12

/** A key that acts for the signed-in user, with no more rights than the user has at each moment. */
export async function createApiKey(ctx: Ctx, input: CreateApiKey): Promise<{ apiKey: ApiKey; key: string }> {
  const { userId } = await sessionCtx(ctx)
  await requireKnownScopes(ctx, input.scopes)
  const beyondMine = input.scopes.find(
    (scope) => scope !== '*' && !ctx.actor.everything && !ctx.actor.grants[scope],
  )
  if (beyondMine) throw new AppError('apiKeys.unknownScope', { params: { scope: beyondMine } })
  if (input.expiresAt && new Date(input.expiresAt) <= ctx.now()) throw badField('expiresAt', 'date')
  return addApiKey(ctx, { ...input, userId })
}

/** Inserts a key for any user of the firm; also the command line's way. */
export async function addApiKey(
  ctx: Ctx,
  { userId, name, scopes, expiresAt }: CreateApiKey & { userId: string },
): Promise<{ apiKey: ApiKey; key: string }> {
  const id = newId()
  const key = `pvd_${newFirmToken(ctx.tenantId)}`
  await ctx.db
    .insertInto('apiKeys')
    .values({
      tenantId: ctx.tenantId,
      id,
      userId,
      name,
      prefix: key.slice(0, shownSigns),
      keyHash: hashToken(key),
      scopes: json(scopes),
      createdAt: ctx.now().toISOString(),
      expiresAt,
      lastUsedAt: null,
      revokedAt: null,
    })
    .execute()
  ctx.audit({
    action: 'create',
    record: 'apiKeys',
    recordId: id,
    label: name,
    changes: { scopes: { to: scopes } },
  })
  const apiKey = (await listApiKeys(ctx)).find((row) => row.id === id) as ApiKey
  return { apiKey, key }
}

export async function listApiKeys(ctx: Ctx): Promise<ApiKey[]> {
  const rows = await ctx.db
    .selectFrom('apiKeys as k')
    .innerJoin('users as u', (join) =>
      join.onRef('u.tenantId', '=', 'k.tenantId').onRef('u.id', '=', 'k.userId'),
    )
    .select([
      'k.id',
      'k.name',
      'k.prefix',
      'k.scopes',
      'k.createdAt',
      'k.expiresAt',
      'k.lastUsedAt',
      'k.revokedAt',
    ])
    .select(['u.id as userId', 'u.name as userName'])
    .where('k.tenantId', '=', ctx.tenantId)
    .orderBy('k.createdAt', 'desc')
    .execute()
  return rows.map(({ userId, userName, ...row }) => ({ ...row, user: { id: userId, name: userName } }))
}

export async function revokeApiKey(ctx: Ctx, id: string): Promise<undefined> {
  const key = await ctx.db
    .selectFrom('apiKeys')
    .select(['userId', 'name', 'scopes', 'revokedAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!key) throw notFound()
  if (beyond(ctx.actor, narrowTo(await rightsOfUser(ctx, key.userId), key.scopes)).length > 0)
    throw new AppError('users.above')
  if (key.revokedAt) return
  await ctx.db
    .updateTable('apiKeys')
    .set({ revokedAt: ctx.now().toISOString() })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  ctx.audit({ action: 'revoke', record: 'apiKeys', recordId: id, label: key.name })
}

export async function markKeyUsed(
  db: Kysely<Tables>,
  { tenantId, id, now }: { tenantId: number; id: string; now: Date },
): Promise<void> {
  await db
    .updateTable('apiKeys')
    .set({ lastUsedAt: now.toISOString() })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where(sql<boolean>`(last_used_at is null or last_used_at < ${now})`)
    .execute()
}

/** @throws AppError apiKeys.unknownScope (400) naming the first scope that neither a module nor the firm knows. */
export async function requireKnownScopes(ctx: Ctx, scopes: readonly string[]): Promise<void> {
  const known = new Set(['*', ...ctx.registry.permissionKeys, ...(await scopedPermissionKeys(ctx))])
  const unknown = scopes.find((scope) => !known.has(scope))
  if (unknown) throw new AppError('apiKeys.unknownScope', { params: { scope: unknown } })
}
