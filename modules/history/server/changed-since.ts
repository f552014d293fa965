import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { Changes } from './history-source.ts'
import { type LoggedChange, netChanges } from './rewind.ts'

/**
 * Which of the records were changed after a moment (ISO) and not changed back: their fields by id. Deleting and
 * restoring do not count.
 */
export async function changedSince(
  ctx: Ctx,
  { record, ids, at }: { record: string; ids: readonly string[]; at: string },
): Promise<Map<string, string[]>> {
  const entries = await ctx.db
    .selectFrom('auditLog')
    .select(['id', 'recordId', 'action', 'changes'])
    .where('tenantId', '=', ctx.tenantId)
    .where('record', '=', record)
    .where(anyOf(sql`record_id`, ids))
    .where('at', '>', at)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const byRecord = new Map<string, LoggedChange[]>()
  for (const { id, recordId, action, changes } of entries) {
    if (recordId === null) continue
    byRecord.set(recordId, [...(byRecord.get(recordId) ?? []), { id, action, changes: changes as Changes }])
  }
  return new Map(
    [...byRecord].flatMap(([id, changes]) => {
      const fields = netChanges(changes)
      return fields.length > 0 ? [[id, fields] as const] : []
    }),
  )
}
