import { waysOf } from '@peyvand/history/server'
import { askHook, type Ctx, defineHook } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { FieldSource } from '../contract/index.ts'
import { requireOpenable } from './party-access.ts'

/** The row of a file that a change of the log came from, by the change's id; imports know. */
export const importedRows = defineHook<
  { partyId: string; changeIds: readonly string[] },
  Record<string, NonNullable<FieldSource['file']>>
>('parties.importedRows')

interface LastChange {
  field: string
  id: string
  at: string
  action: string
  via: string
  actorId: string | null
  actorName: string
  /** Who the merged record was. */
  mergedWith: string | null
}

/** The last change of each field in the audit log, with the way it came. @throws AppError notFound (404) */
export async function listFieldSources(ctx: Ctx, partyId: string): Promise<FieldSource[]> {
  await requireOpenable(ctx, partyId)
  const changes = await lastChanges(ctx, partyId)
  const entries = [...new Map(changes.map((change) => [change.id, change])).values()]
  const ways = await waysOf(ctx, entries)
  const changeIds = entries.flatMap(({ id }) => (ways.get(id)?.kind === 'import' ? [id] : []))
  const files = Object.assign(
    {},
    ...(changeIds.length > 0 ? await askHook(ctx, importedRows, { partyId, changeIds }) : []),
  ) as Record<string, NonNullable<FieldSource['file']>>
  return changes.map(({ field, id, at, action, actorId, actorName, mergedWith }) => {
    const way = ways.get(id) ?? { kind: 'typed', what: null }
    return {
      field,
      at,
      actor: { id: actorId, name: actorName },
      way: way.kind === 'merge' && mergedWith ? { kind: 'merge', what: mergedWith } : way,
      first: action === 'create',
      file: files[id] ?? null,
    }
  })
}

/** New records are logged with all their own fields as one, and with two names of other kinds. */
async function lastChanges(ctx: Ctx, partyId: string): Promise<LastChange[]> {
  const { rows } = await sql<LastChange>`
    select distinct on (k.field) k.field, a.id, a.at, a.action, a.via, a.actor_id, a.actor_name,
      a.changes -> 'mergedWith' ->> 'to' as merged_with
    from audit_log a cross join lateral (
      select case name when 'tagIds' then 'tags' when 'name' then 'displayName' else name end as field
      from jsonb_each(a.changes) as change (name, value)
      where name not in ('custom', 'mergedWith', 'mergedInto') and jsonb_typeof(value) = 'object' and value ? 'to'
      union all
      select 'custom.' || name
      from jsonb_object_keys(
        case when jsonb_typeof(a.changes -> 'custom' -> 'to') = 'object' then a.changes -> 'custom' -> 'to' else '{}' end
      ) as name
    ) as k
    where a.tenant_id = ${ctx.tenantId} and a.record = 'parties' and a.record_id = ${partyId}::uuid
      and a.action not in ('share', 'unshare', 'export', 'read')
    order by k.field, a.at desc, a.id desc`.execute(ctx.db)
  return rows
}
