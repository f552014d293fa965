import { FileInfo, type RecordRef } from '@peyvand/files/contract'
import { type App, anyOf, type Ctx, type FileAnswer, notFound, type Tables } from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import { mayChange, maySee } from './access.ts'

type FileRow = Selectable<Tables['files']>

export const fileInfo = (
  row: Omit<FileRow, 'tenantId' | 'storageKey' | 'state' | 'unattachedSince'>,
): FileInfo => FileInfo.parse({ ...row, size: Number(row.size) })

/** A file the caller may see: attached to a record they see, or their own fresh upload. @throws AppError notFound */
export async function visibleFile(ctx: Ctx, id: string): Promise<FileRow> {
  const row = await visibleFileOf(ctx, id)
  if (!row) throw notFound()
  return row
}

/** The same, null where there is none. */
export async function visibleFileOf(ctx: Ctx, id: string): Promise<FileRow | null> {
  const row = await ctx.db
    .selectFrom('files')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('state', '=', 'ready')
    .executeTakeFirst()
  if (!row) return null
  const records = await ctx.db
    .selectFrom('attachments')
    .select(['record', 'recordId'])
    .where('tenantId', '=', ctx.tenantId)
    .where('fileId', '=', id)
    .limit(100)
    .execute()
  if (records.length === 0 && row.createdBy === ctx.actor.userId) return row
  for (const record of records) if (await maySee(ctx, record)) return row
  return null
}

/** The content as a download; only images and PDF are ever shown in the page. */
export async function openFile(app: App, row: FileRow, { inline }: { inline: boolean }): Promise<FileAnswer> {
  const showable = /^image\/(png|jpeg|gif|webp|avif|bmp)$|^application\/pdf$/.test(row.type)
  return {
    stream: await app.storage.get(row.storageKey),
    name: row.name,
    type: row.type,
    size: Number(row.size),
    inline: inline && showable,
  }
}

/** The files of a record for its page. @throws AppError notFound when the caller does not see the record */
export async function listFiles(
  ctx: Ctx,
  record: RecordRef,
): Promise<{ items: FileInfo[]; can: { change: boolean } }> {
  if (!(await maySee(ctx, record))) throw notFound()
  const files = await filesOfMany(ctx, record.record, [record.recordId])
  return { items: files.get(record.recordId) ?? [], can: { change: await mayChange(ctx, record) } }
}

/** The files of one record in order, without asking who may see it. */
export async function filesOf(ctx: Ctx, record: string, recordId: string): Promise<FileInfo[]> {
  return (await filesOfMany(ctx, record, [recordId])).get(recordId) ?? []
}

/** The files of many records by the record's id; records without files are missing. */
export async function filesOfMany(
  ctx: Ctx,
  record: string,
  recordIds: readonly string[],
): Promise<Map<string, FileInfo[]>> {
  if (recordIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('attachments as a')
    .innerJoin('files as f', (join) =>
      join.onRef('f.tenantId', '=', 'a.tenantId').onRef('f.id', '=', 'a.fileId'),
    )
    .select(['a.recordId', 'f.id', 'f.name', 'f.type', 'f.size', 'f.sha256', 'f.createdBy', 'f.createdAt'])
    .where('a.tenantId', '=', ctx.tenantId)
    .where('a.record', '=', record)
    .where('a.letGoAt', 'is', null)
    .where(anyOf(sql`a.record_id`, recordIds))
    .orderBy('a.position')
    .orderBy('a.createdAt')
    .execute()
  const byRecord = new Map<string, FileInfo[]>()
  for (const { recordId, ...row } of rows)
    byRecord.set(recordId, [...(byRecord.get(recordId) ?? []), fileInfo(row)])
  return byRecord
}

/**
 * Where a file's content lies, for jobs that read it through `app.storage`; without asking who may see it.
 * @throws AppError notFound
 */
export async function storedFile(
  ctx: Ctx,
  id: string,
): Promise<Pick<FileRow, 'name' | 'type' | 'storageKey' | 'createdBy'> & { size: number }> {
  const row = await ctx.db
    .selectFrom('files')
    .select(['name', 'type', 'storageKey', 'size', 'createdBy'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('state', '=', 'ready')
    .executeTakeFirst()
  if (!row) throw notFound()
  return { ...row, size: Number(row.size) }
}
