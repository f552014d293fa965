import type { Tables } from '@peyvand/platform/server'
import { AppError, type Ctx } from '@peyvand/platform/server'
import { type Selectable, type SqlBool, sql } from 'kysely'
import { knowsGroup } from './group-limits.ts'
import './tables.ts'

export type GroupRow = Selectable<Tables['partyGroups']>

/**
 * Groups by key.
 * @throws AppError parties.groupNotFound (404) naming the first key that no group in use has
 */
export async function groupsByKey(ctx: Ctx, keys: readonly string[]): Promise<Map<string, GroupRow>> {
  if (keys.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('partyGroups')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('archivedAt', 'is', null)
    .where(sql<SqlBool>`key = any(${sql.val([...keys])}::text[])`)
    .execute()
  const groups = new Map(rows.map((row) => [row.key, row]))
  // What is none of the caller's business is not there.
  const missing = keys.find((key) => !groups.has(key) || !knowsGroup(ctx.actor, key))
  if (missing !== undefined) throw groupNotFound(missing)
  return groups
}

/** @throws AppError parties.groupNotFound (404) */
export async function groupByKey(ctx: Ctx, key: string): Promise<GroupRow> {
  return (await groupsByKey(ctx, [key])).get(key) as GroupRow
}

const groupNotFound = (group: string) =>
  new AppError('parties.groupNotFound', {
    status: 404,
    params: { group },
    fields: [{ path: 'groups', code: 'parties.groupNotFound' }],
  })
