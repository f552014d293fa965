import { changedSince } from '@peyvand/history/server'
import type { UndoStay } from '@peyvand/platform/contract'
import { anyOf, askHook, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { fieldLabels } from './field-labels.ts'
import type { ImportTrace } from './import-changes.ts'
import { partiesWorkedOn } from './party-hooks.ts'

interface Imported {
  id: string
  isNew: boolean
  trace: Record<string, unknown> | null
}

/**
 * What taking an import back at present would leave: parties it made that were changed after it, deleted, or used in
 * activities and the like; of those it changed, the fields that were changed again.
 */
export async function importStays(ctx: Ctx, items: readonly Imported[], since: string): Promise<UndoStay[]> {
  const touched = items.filter(({ isNew, trace }) => isNew || trace !== null)
  if (touched.length === 0) return []
  const ids = [...new Set(touched.map(({ id }) => id))]
  const made = new Set(touched.filter(({ isNew }) => isNew).map(({ id }) => id))
  const changed = await changedSince(ctx, { record: 'parties', ids, at: since })
  const used = new Set((await askHook(ctx, partiesWorkedOn, { partyIds: [...made] })).flat())
  const rows = await ctx.db
    .selectFrom('parties')
    .select(['id', 'displayName', 'deletedAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, ids))
    .orderBy('id')
    .execute()
  const stays: UndoStay[] = []
  for (const { id, displayName, deletedAt } of rows) {
    const ofImport = made.has(id) ? null : tracedFields(touched, id)
    const fields = (changed.get(id) ?? []).filter((field) => ofImport === null || ofImport.has(field))
    const reason = deletedAt ? 'deleted' : fields.length > 0 ? 'changed' : used.has(id) ? 'used' : null
    if (reason === null) continue
    const labels = await fieldLabels(ctx, fields)
    stays.push({ record: 'parties', id, name: displayName, reason, fields: labels })
  }
  return stays
}

/** The fields that the import changed of a record it found, by the names of the audit log. */
function tracedFields(items: readonly Imported[], id: string): Set<string> {
  return new Set(
    items.flatMap((item) => {
      if (item.id !== id || !item.trace) return []
      const { fields, custom, contacts, address, tagIds, groups, states = {} } = item.trace as ImportTrace
      return [
        ...Object.keys(fields).map((field) => (field === 'name' ? 'displayName' : field)),
        ...Object.keys(custom).map((key) => `custom.${key}`),
        ...[...groups, ...Object.keys(states)].map((key) => `groups.${key}`),
        ...(contacts.length > 0 ? ['contactPoints'] : []),
        ...(address ? ['addresses'] : []),
        ...(tagIds.length > 0 ? ['tags'] : []),
      ]
    }),
  )
}
