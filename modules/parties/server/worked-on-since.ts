import { changedSince } from '@peyvand/history/server'
import type { UndoStay } from '@peyvand/platform/contract'
import { anyOf, askHook, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { fieldLabels } from './field-labels.ts'
import { partiesWorkedOn } from './party-hooks.ts'

/**
 * Parties that an import made and that were changed after it, or used in activities and the like: taking the import
 * back leaves them.
 */
export async function workedOnSince(ctx: Ctx, ids: readonly string[], since: string): Promise<UndoStay[]> {
  if (ids.length === 0) return []
  const changed = await changedSince(ctx, { record: 'parties', ids, at: since })
  const used = new Set((await askHook(ctx, partiesWorkedOn, { partyIds: ids })).flat())
  const rows = await ctx.db
    .selectFrom('parties')
    .select(['id', 'displayName'])
    .where('tenantId', '=', ctx.tenantId)
    .where('deletedAt', 'is', null)
    .where(anyOf(sql`id`, [...new Set([...changed.keys(), ...used])]))
    .orderBy('id')
    .execute()
  const stays: UndoStay[] = []
  for (const { id, displayName } of rows)
    stays.push({
      record: 'parties',
      id,
      name: displayName,
      reason: changed.has(id) ? 'changed' : 'used',
      fields: await fieldLabels(ctx, changed.get(id) ?? []),
    })
  return stays
}
