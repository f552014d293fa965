import type { TagRef } from '@peyvand/customization/contract'
import { AppError, anyOf, type Ctx, type ListColumn } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** The tags of each record by its id; records without tags are missing. */
export async function tagsOf(
  ctx: Ctx,
  record: string,
  recordIds: readonly string[],
): Promise<Map<string, TagRef[]>> {
  if (recordIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('recordTags as r')
    .innerJoin('tags as t', (join) =>
      join.onRef('t.tenantId', '=', 'r.tenantId').onRef('t.id', '=', 'r.tagId'),
    )
    .select(['r.recordId', 't.id', 't.name', 't.color'])
    .where('r.tenantId', '=', ctx.tenantId)
    .where('r.record', '=', record)
    .where(anyOf(sql`r.record_id`, recordIds))
    .orderBy(sql`t.name collate "fa-x-icu"`)
    .execute()
  const byRecord = new Map<string, TagRef[]>()
  for (const { recordId, ...tag } of rows) {
    byRecord.set(recordId, [...(byRecord.get(recordId) ?? []), tag])
  }
  return byRecord
}

/** SQL for the tags of the record whose id a column holds, by name. */
export const tagsShown = (ctx: Ctx, record: string, id: RawBuilder<unknown>): RawBuilder<TagRef[]> => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'color', t.color) order by t.name collate "fa-x-icu"), '[]')
  from record_tags r join tags t on t.tenant_id = r.tenant_id and t.id = r.tag_id
  where r.tenant_id = ${ctx.tenantId} and r.record = ${record} and r.record_id = ${id})`

/** Makes these the record's only tags. @throws AppError badInput (400) with `option` at `tagIds` */
export async function setTags(
  ctx: Ctx,
  record: string,
  recordId: string,
  tagIds: readonly string[],
): Promise<void> {
  await ctx.db
    .deleteFrom('recordTags')
    .where('tenantId', '=', ctx.tenantId)
    .where('record', '=', record)
    .where('recordId', '=', recordId)
    .$if(tagIds.length > 0, (qb) => qb.where(sql<boolean>`tag_id <> all(${sql.val([...tagIds])}::uuid[])`))
    .execute()
  await addTags(ctx, record, [recordId], tagIds)
}

/** Adds tags to many records at once. @throws AppError badInput (400) with `option` at `tagIds` */
export async function addTags(
  ctx: Ctx,
  record: string,
  recordIds: readonly string[],
  tagIds: readonly string[],
): Promise<void> {
  if (recordIds.length === 0 || tagIds.length === 0) return
  await requireTags(ctx, tagIds)
  await sql`
    insert into record_tags (tenant_id, record, record_id, tag_id)
    select ${ctx.tenantId}, ${record}, r, t
    from unnest(${sql.val([...recordIds])}::uuid[]) r, unnest(${sql.val([...new Set(tagIds)])}::uuid[]) t
    on conflict do nothing`.execute(ctx.db)
}

/** Makes these the only tags of each record; tags that are gone meanwhile are left out. Asks for no tag twice. */
export async function putTags(
  ctx: Ctx,
  record: string,
  rows: readonly { recordId: string; tagIds: readonly string[] }[],
): Promise<void> {
  if (rows.length === 0) return
  await ctx.db
    .deleteFrom('recordTags')
    .where('tenantId', '=', ctx.tenantId)
    .where('record', '=', record)
    .where(
      anyOf(
        sql`record_id`,
        rows.map(({ recordId }) => recordId),
      ),
    )
    .execute()
  await sql`
    insert into record_tags (tenant_id, record, record_id, tag_id)
    select ${ctx.tenantId}, ${record}, r."recordId", t.id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("recordId" uuid, "tagIds" uuid[])
    join tags t on t.tenant_id = ${ctx.tenantId} and t.id = any(r."tagIds")`.execute(ctx.db)
}

/** Takes tags off many records at once. */
export async function removeTags(
  ctx: Ctx,
  record: string,
  recordIds: readonly string[],
  tagIds: readonly string[],
): Promise<void> {
  await ctx.db
    .deleteFrom('recordTags')
    .where('tenantId', '=', ctx.tenantId)
    .where('record', '=', record)
    .where(anyOf(sql`record_id`, recordIds))
    .where(anyOf(sql`tag_id`, tagIds))
    .execute()
}

/** A list column of the record's tags: filtered by any of the tags or none. `id` is the record's id in the query. */
export function tagsColumn(ctx: Ctx, record: string, id: RawBuilder<unknown>): ListColumn {
  const rows = sql`from record_tags rt where rt.tenant_id = ${ctx.tenantId} and rt.record = ${record} and rt.record_id = ${id}`
  return {
    type: 'tags',
    label: 'customization.tags',
    hasAny: (values) => sql<SqlBool>`exists (select ${rows} and ${anyOf(sql`rt.tag_id`, values)})`,
    hasNone: sql<SqlBool>`not exists (select ${rows})`,
    keys: sql`select rt.tag_id ${rows}`,
  }
}

/** @throws AppError badInput (400) with `option` at `tagIds` where the firm lacks one */
export async function requireTags(ctx: Ctx, tagIds: readonly string[]): Promise<void> {
  const { count } = await ctx.db
    .selectFrom('tags')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, tagIds))
    .executeTakeFirstOrThrow()
  if (count !== new Set(tagIds).size) {
    throw new AppError('badInput', { status: 400, fields: [{ path: 'tagIds', code: 'option' }] })
  }
}
