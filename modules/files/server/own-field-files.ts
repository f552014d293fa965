import type { CustomFile } from '@peyvand/platform/contract'
import { anyOf, type Ctx, type HeldFiles, type UsableFiles, undoDays } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import { ownFieldPlace } from './access.ts'
import { visibleFileOf } from './files.ts'

/** What these files are, for those that the caller sees; the others are left out. */
export async function usableFiles(ctx: Ctx, { ids }: UsableFiles): Promise<CustomFile[]> {
  const files: CustomFile[] = []
  for (const id of ids) {
    const row = await visibleFileOf(ctx, id)
    if (row) files.push({ id, name: row.name, type: row.type, size: Number(row.size) })
  }
  return files
}

/**
 * Attaches to the records what an own field of them holds now. What it held before stays for as long as a change can be
 * undone.
 */
export async function holdOwnFieldFiles(ctx: Ctx, { record, key, held }: HeldFiles): Promise<void> {
  const place = ownFieldPlace(record, key)
  const rows = [...held].flatMap(([recordId, fileIds]) => fileIds.map((fileId) => ({ recordId, fileId })))
  await ctx.db
    .updateTable('attachments')
    .set({ letGoAt: ctx.now().toISOString() })
    .where('tenantId', '=', ctx.tenantId)
    .where('record', '=', place)
    .where(anyOf(sql`record_id`, [...held.keys()]))
    .where('letGoAt', 'is', null)
    .execute()
  if (rows.length === 0) return
  const fileIds = rows.map(({ fileId }) => fileId)
  await sql`
    insert into attachments (tenant_id, record, record_id, file_id, position, created_by)
    select ${ctx.tenantId}, ${place}, w.record_id, w.file_id, w.position::int, ${ctx.actor.userId}
    from unnest(${sql.val(rows.map(({ recordId }) => recordId))}::uuid[], ${sql.val(fileIds)}::uuid[])
      with ordinality w (record_id, file_id, position)
    join files f on f.tenant_id = ${ctx.tenantId} and f.id = w.file_id
    on conflict (tenant_id, record, record_id, file_id)
      do update set let_go_at = null, position = excluded.position`.execute(ctx.db)
  await ctx.db
    .updateTable('files')
    .set({ unattachedSince: null })
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, fileIds))
    .where('unattachedSince', 'is not', null)
    .execute()
}

/** Takes files off for good that fields held before the time of the undo; the clean-up removes those without a record. */
export async function forgetLetGo(ctx: Ctx): Promise<void> {
  const since = sql<string>`${ctx.now().toISOString()}::timestamptz - make_interval(days => ${undoDays})`
  const { rows } = await sql<{ fileId: string }>`
    delete from attachments where tenant_id = ${ctx.tenantId} and let_go_at < ${since}
    returning file_id as "fileId"`.execute(ctx.db)
  if (rows.length === 0) return
  await ctx.db
    .updateTable('files as f')
    .set({ unattachedSince: ctx.now().toISOString() })
    .where('f.tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`f.id`, [...new Set(rows.map(({ fileId }) => fileId))]))
    .where(
      sql<SqlBool>`not exists (select from attachments a where a.tenant_id = f.tenant_id and a.file_id = f.id)`,
    )
    .execute()
}
