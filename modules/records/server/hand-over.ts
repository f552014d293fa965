import { type HandedOver, type HandOver, requireFullReach, type Work } from '@peyvand/identity/server'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { recordPermission } from '../contract/index.ts'
import { bulkChangeRecords } from './bulk-records.ts'
import { kindsInUse } from './record-kinds.ts'
import './tables.ts'

const prefix = 'records:'

/** The records that a user is responsible for, by kind. */
export async function recordsOfUser(ctx: Ctx, userId: string): Promise<Work[]> {
  const work: Work[] = []
  for (const { id, key, pluralFa, pluralEn } of await kindsInUse(ctx)) {
    const { count } = await ctx.db
      .selectFrom('records')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('tenantId', '=', ctx.tenantId)
      .where('kindId', '=', id)
      .where('ownerId', '=', userId)
      .where('deletedAt', 'is', null)
      .executeTakeFirstOrThrow()
    work.push({ kind: `${prefix}${key}`, label: { fa: pluralFa, en: pluralEn }, count })
  }
  return work
}

/** Gives them to a colleague, as a change of many that can be undone. @throws AppError users.handOverReach (403) */
export async function handOverRecords(
  ctx: Ctx,
  { kind, userId, toId }: HandOver,
): Promise<HandedOver | null> {
  if (!kind.startsWith(prefix)) return null
  const key = kind.slice(prefix.length)
  requireFullReach(ctx, recordPermission(key, 'update'))
  const work = (await recordsOfUser(ctx, userId)).find((one) => one.kind === kind)
  const { operationId } = await bulkChangeRecords(ctx, {
    kind: key,
    selection: { all: true, filter: { field: 'owner', op: 'in', value: [userId] } },
    action: { type: 'reassign', ownerId: toId },
  })
  return { count: work?.count ?? 0, operationId }
}
