import { AppError, askHook, badField, type Ctx, notFound } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { LetGo, User, WorkOfUser } from '../contract/index.ts'
import { type HandedOver, handOverWork, workOfUser } from './hooks.ts'
import { activeUsersByIds } from './people.ts'
import { requireNotAbove } from './user-rights.ts'
import { deactivateUser } from './users.ts'

/** What a user has in hand and what ends with them. @throws AppError notFound (404) */
export async function getWorkOfUser(ctx: Ctx, id: string): Promise<WorkOfUser> {
  const user = await ctx.db
    .selectFrom('users as u')
    .select(['u.id', 'u.name'])
    .select([
      sql<number>`(select count(*)::int from auth.sessions s where s.tenant_id = u.tenant_id
        and s.identity_id = u.identity_id and s.expires_at > ${ctx.now()})`.as('sessions'),
      sql<number>`(select count(*)::int from api_keys k where k.tenant_id = u.tenant_id and k.user_id = u.id
        and k.revoked_at is null)`.as('apiKeys'),
    ])
    .where('u.tenantId', '=', ctx.tenantId)
    .where('u.id', '=', id)
    .executeTakeFirst()
  if (!user) throw notFound()
  const { sessions, apiKeys, ...ref } = user
  return { user: ref, items: await workOf(ctx, id), sessions, apiKeys }
}

interface Moved extends HandedOver {
  kind: string
}

/**
 * Hands over a user's work kind by kind and ends their access, in one transaction; what are many records moves on
 * as operations.
 * @throws AppError users.above, users.handOverReach (403), users.lastAdministrator (409); badInput at `to.<kind>`
 */
export async function letGo(ctx: Ctx, id: string, { to }: LetGo): Promise<{ user: User; moved: Moved[] }> {
  await requireNotAbove(ctx, id)
  const work = await workOf(ctx, id)
  await requireHeirs(ctx, { id, to, kinds: work.map(({ kind }) => kind) })
  const moved: Moved[] = []
  for (const { kind } of work) {
    const toId = to[kind]
    if (!toId) continue
    const answers = await askHook(ctx, handOverWork, { kind, userId: id, toId })
    const done = answers.find((answer) => answer !== null)
    if (done) moved.push({ kind, ...done })
  }
  const user = await deactivateUser(ctx, id)
  ctx.audit({
    action: 'leave',
    record: 'users',
    recordId: id,
    label: user.name,
    changes: Object.fromEntries(work.map(({ kind, count }) => [kind, { from: count, to: to[kind] ?? null }])),
  })
  return { user, moved }
}

/** @throws AppError users.handOverReach (403) unless the caller's permission reaches every record. */
export function requireFullReach({ actor }: Ctx, permission: string): void {
  if (!actor.everything && actor.grants[permission] !== 'all') throw new AppError('users.handOverReach')
}

async function workOf(ctx: Ctx, userId: string) {
  const answers = await askHook(ctx, workOfUser, { userId })
  return answers.flat().filter(({ count }) => count > 0)
}

async function requireHeirs(
  ctx: Ctx,
  { id, to, kinds }: { id: string; to: LetGo['to']; kinds: readonly string[] },
): Promise<void> {
  // Work that came up since the page was read must not be forgotten.
  const missing = kinds.find((kind) => to[kind] === undefined)
  if (missing) throw badField(`to.${missing}`, 'users.heirNeeded')
  const wanted = [...new Set(Object.values(to))].filter((heir) => heir !== null)
  const active = await activeUsersByIds(ctx, wanted)
  for (const [kind, heir] of Object.entries(to)) {
    if (heir !== null && (heir === id || !active.has(heir))) throw badField(`to.${kind}`, 'users.unknownUser')
  }
}
