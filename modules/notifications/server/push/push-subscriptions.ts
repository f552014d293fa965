import { liveSessions } from '@peyvand/identity/server'
import { AppError, anyOf, type Ctx, newId, type Tables } from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import type { SubscribePush } from '../../contract/index.ts'
import { ownId } from '../own-id.ts'
import '../tables.ts'

export type PushSubscriptionRow = Selectable<Tables['pushSubscriptions']>

/**
 * Turns browser notifications on for the browser of the caller's session. They end with the session: whoever signs in
 * next at that browser does not see them. @throws AppError session.needed (403) for API keys
 */
export async function subscribePush(
  ctx: Ctx,
  { endpoint, keys }: SubscribePush,
  userAgent: string | null,
): Promise<{ id: string }> {
  const { sessionId } = ctx.actor
  if (!sessionId) throw new AppError('session.needed')
  const row = { userId: ownId(ctx), sessionId, ...keys, userAgent }
  return ctx.db
    .insertInto('pushSubscriptions')
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      endpoint,
      ...row,
      createdAt: ctx.now().toISOString(),
      sentAt: null,
    })
    .onConflict((oc) => oc.constraint('push_subscriptions_endpoint').doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow()
}

export async function unsubscribePush(ctx: Ctx, endpoint: string): Promise<void> {
  await ctx.db
    .deleteFrom('pushSubscriptions')
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', ownId(ctx))
    .where('endpoint', '=', endpoint)
    .execute()
}

/** The browsers in which a user is signed in and wants notifications. */
export async function liveSubscriptions(ctx: Ctx, userId: string): Promise<PushSubscriptionRow[]> {
  const rows = await ctx.db
    .selectFrom('pushSubscriptions')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', userId)
    .execute()
  const sessions = await liveSessions(
    ctx,
    rows.map(({ sessionId }) => sessionId),
  )
  return rows.filter(({ sessionId }) => sessions.has(sessionId))
}

/** Those of the users who turned browser notifications on somewhere. */
export async function usersWithPush(ctx: Ctx, userIds: readonly string[]): Promise<Set<string>> {
  if (userIds.length === 0) return new Set()
  const rows = await ctx.db
    .selectFrom('pushSubscriptions')
    .select('userId')
    .distinct()
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`user_id`, userIds))
    .execute()
  return new Set(rows.map(({ userId }) => userId))
}
