import type { TargetSource } from '@peyvand/activities/server'
import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { isVisibleRecord } from './record-access.ts'
import './tables.ts'

/** Records as what activities, and by them referrals, are about. */
export async function recordTargetsOf(ctx: Ctx): Promise<TargetSource> {
  return {
    type: 'records',
    isVisible: (id) => isVisibleRecord(ctx, id),
    refs: (ids) => refsOfRecords(ctx, ids),
  }
}

async function refsOfRecords(ctx: Ctx, ids: readonly string[]): ReturnType<TargetSource['refs']> {
  const isVisible = isVisibleRecord(ctx, sql`named.id`)
  if (ids.length === 0 || !isVisible) return new Map()
  const rows = await ctx.db
    .selectFrom('records as named')
    .innerJoin('recordKinds as of', (join) =>
      join.onRef('of.tenantId', '=', 'named.tenantId').onRef('of.id', '=', 'named.kindId'),
    )
    .select(['named.id', 'named.title as name', 'of.key as kind'])
    .where('named.tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`named.id`, ids))
    .where(isVisible)
    .execute()
  return new Map(rows.map(({ id, ...ref }) => [id, ref]))
}
