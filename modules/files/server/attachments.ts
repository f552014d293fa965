import type { FileInfo, RecordRef } from '@peyvand/files/contract'
import { AppError, anyOf, type Ctx, forbidden, notFound } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { mayChange, maySee, ownFieldPlace } from './access.ts'
import { filesOf, visibleFile } from './files.ts'

/** Attaches through the API. @throws AppError notFound, forbidden; badInput (400) for a file that is not the caller's */
export async function attachToRecord(
  ctx: Ctx,
  { record, recordId, fileIds }: RecordRef & { fileIds: string[] },
): Promise<FileInfo[]> {
  await requireChange(ctx, { record, recordId })
  await attachFiles(ctx, record, recordId, fileIds)
  ctx.live({ topic: record, id: recordId })
  return filesOf(ctx, record, recordId)
}

/** Detaches through the API. @throws AppError notFound, forbidden */
export async function detachFromRecord(
  ctx: Ctx,
  { record, recordId, fileId }: RecordRef & { fileId: string },
): Promise<void> {
  await requireChange(ctx, { record, recordId })
  const files = await filesOf(ctx, record, recordId)
  if (!files.some((file) => file.id === fileId)) throw notFound()
  await detachFiles(ctx, record, recordId, [fileId])
  ctx.live({ topic: record, id: recordId })
}

/**
 * Attaches uploads to a record that the caller was allowed to change; for the use cases of the owning module.
 * Each must be the caller's own upload or a file they see elsewhere.
 * @throws AppError badInput (400) with `files.notUploaded` at `fileIds.<index>`
 */
export async function attachFiles(
  ctx: Ctx,
  record: string,
  recordId: string,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return
  for (const [index, id] of fileIds.entries()) {
    await visibleFile(ctx, id).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error
      throw new AppError('badInput', {
        status: 400,
        fields: [{ path: `fileIds.${index}`, code: 'files.notUploaded' }],
      })
    })
  }
  const { last } = await ctx.db
    .selectFrom('attachments')
    .select(sql<number>`coalesce(max(position), 0)`.as('last'))
    .where('tenantId', '=', ctx.tenantId)
    .where('record', '=', record)
    .where('recordId', '=', recordId)
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('attachments')
    .values(
      fileIds.map((fileId, index) => ({
        tenantId: ctx.tenantId,
        record,
        recordId,
        fileId,
        position: last + 1 + index,
        createdBy: ctx.actor.userId,
      })),
    )
    .onConflict((oc) => oc.doNothing())
    .execute()
  await ctx.db
    .updateTable('files')
    .set({ unattachedSince: null })
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, fileIds))
    .execute()
  const names = (await filesOf(ctx, record, recordId))
    .filter((file) => fileIds.includes(file.id))
    .map((file) => file.name)
  ctx.audit({ action: 'attach', record, recordId, changes: { files: { to: names } } })
}

/** Makes these the record's only files, in this order; for forms that send the whole list. */
export async function setFiles(
  ctx: Ctx,
  record: string,
  recordId: string,
  fileIds: readonly string[],
): Promise<void> {
  const before = (await filesOf(ctx, record, recordId)).map((file) => file.id)
  await detachFiles(
    ctx,
    record,
    recordId,
    before.filter((id) => !fileIds.includes(id)),
  )
  await attachFiles(
    ctx,
    record,
    recordId,
    fileIds.filter((id) => !before.includes(id)),
  )
}

/** Takes files off a record; a file that no record holds is removed a day later. */
export async function detachFiles(
  ctx: Ctx,
  record: string,
  recordId: string,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return
  const names = (await filesOf(ctx, record, recordId))
    .filter((file) => fileIds.includes(file.id))
    .map((file) => file.name)
  await ctx.db
    .deleteFrom('attachments')
    .where('tenantId', '=', ctx.tenantId)
    .where('record', '=', record)
    .where('recordId', '=', recordId)
    .where(anyOf(sql`file_id`, fileIds))
    .execute()
  await sql`
    update files f set unattached_since = now()
    where f.tenant_id = ${ctx.tenantId} and ${anyOf(sql`f.id`, fileIds)} and not exists (
      select from attachments a where a.tenant_id = f.tenant_id and a.file_id = f.id
    )`.execute(ctx.db)
  ctx.audit({ action: 'detach', record, recordId, changes: { files: { from: names } } })
}

/** Takes all files off records that are deleted for ever, those of own fields included. */
export async function detachAll(ctx: Ctx, record: string, recordIds: readonly string[]): Promise<void> {
  const places = sql`record in (
    select ${record} union all
    select ${ownFieldPlace(record, '')} || key from custom_fields
    where tenant_id = ${ctx.tenantId} and record = ${record} and type = 'file')`
  await sql`
    with gone as (
      delete from attachments where tenant_id = ${ctx.tenantId} and ${places} and ${anyOf(sql`record_id`, recordIds)}
      returning file_id, record_id
    )
    update files f set unattached_since = now()
    where f.tenant_id = ${ctx.tenantId} and f.id in (select file_id from gone) and not exists (
      select from attachments a
      where a.tenant_id = f.tenant_id and a.file_id = f.id
        and not (${places} and ${anyOf(sql`a.record_id`, recordIds)})
    )`.execute(ctx.db)
}

async function requireChange(ctx: Ctx, record: RecordRef): Promise<void> {
  if (!(await maySee(ctx, record))) throw notFound()
  if (!(await mayChange(ctx, record))) throw forbidden()
}
