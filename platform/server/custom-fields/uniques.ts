import { type RawBuilder, sql } from 'kysely'
import type { CustomField } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { askHook, defineHook } from '../hooks.ts'
import { anyOf } from '../sql.ts'

/**
 * Asked before a field becomes unique: ids of the present records of a type as a query, without those in the bin; null
 * from modules that do not keep the type.
 */
export const presentRecordsHook = defineHook<{ record: string }, RawBuilder<unknown> | null>(
  'platform.presentRecords',
)

/** Values as they are compared: without case, in Latin digits, each gap one space. `c` is a row of values. */
const spelling = sql`lower(translate(regexp_replace(c.value, '[\\s\\u200c]+', ' ', 'g'), '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩يك', '01234567890123456789یک'))`

const stored = (ctx: Ctx, which: RawBuilder<unknown>) => sql`
  select c.field_id, c.record_id, ${spelling} as key from custom_texts c
  where c.tenant_id = ${ctx.tenantId} and c.ord = 0 and ${which}
  union all
  select c.field_id, c.record_id, c.value::text from custom_numbers c
  where c.tenant_id = ${ctx.tenantId} and c.ord = 0 and ${which}`

interface Claim {
  record: string
  ids: readonly string[]
  /** Only these fields; without it all unique ones. */
  fieldIds?: readonly string[]
}

/**
 * Claims the unique values of records whose side rows were just written; of two writers one waits for the other. The
 * definitions are read afresh: the side rows hold a key of theirs, so that a field cannot become unique in between.
 * @throws AppError customFields.valueTaken (409) at `custom.<key>`
 */
export async function claimCustomUniques(ctx: Ctx, { record, ids, fieldIds }: Claim): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await sql<{ key: string }>`
    with wanted as (
      select c.field_id, f.key as field, c.record_id, c.key
      from custom_fields f
      cross join lateral (${stored(ctx, sql`c.field_id = f.id and ${anyOf(sql`c.record_id`, ids)}`)}) c
      where f.tenant_id = ${ctx.tenantId} and f.record = ${record} and f."unique" and f.archived_at is null
        ${fieldIds ? sql`and ${anyOf(sql`f.id`, fieldIds)}` : sql``}
    ), claimed as (
      insert into custom_uniques (tenant_id, field_id, key, record_id)
      select ${ctx.tenantId}, field_id, key, record_id from wanted order by field_id, key
      on conflict (tenant_id, field_id, key) do nothing
      returning field_id, record_id
    )
    select w.field as key from wanted w
    where not exists (
      select from claimed c where c.field_id = w.field_id and c.record_id = w.record_id
    ) limit 1`.execute(ctx.db)
  const [taken] = rows
  if (taken) throw valueTaken(taken.key)
}

/** Gives the unique values of records free, which go to the bin or change: all of them, or those of some fields. */
export function releaseCustomUniques(ctx: Ctx, ids: readonly string[], fieldIds?: readonly string[]): void {
  if (ids.length === 0) return
  ctx.write(
    ctx.db
      .deleteFrom('customUniques')
      .where('tenantId', '=', ctx.tenantId)
      .where(anyOf(sql`record_id`, ids))
      .$if(fieldIds !== undefined, (qb) => qb.where(anyOf(sql`field_id`, fieldIds ?? []))),
  )
}

/** A value that somebody means to write into a unique field, how it is compared, and the record that has it. */
export interface WantedUnique {
  fieldId: string
  value: string
  key: string
  takenBy: string | null
}

/** Which of these values records have; for who writes many and must say which of them cannot be. */
export async function wantedCustomUniques(
  ctx: Ctx,
  wanted: readonly { fieldId: string; value: string }[],
): Promise<WantedUnique[]> {
  if (wanted.length === 0) return []
  const { rows } = await sql<WantedUnique>`
    select c.field_id as "fieldId", c.value, ${spelling} as key, (
      select u.record_id from custom_uniques u
      where u.tenant_id = ${ctx.tenantId} and u.field_id = c.field_id and u.key = ${spelling}) as "takenBy"
    from unnest(
      ${sql.val(wanted.map(({ fieldId }) => fieldId))}::uuid[], ${sql.val(wanted.map(({ value }) => value))}::text[]
    ) with ordinality c (field_id, value, place)
    order by c.place`.execute(ctx.db)
  return rows
}

/** Records of the bin whose unique values others have by now, or one before them among these: their ids. */
export async function takenCustomUniques(
  ctx: Ctx,
  record: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select distinct claims.id from (
      select c.record_id as id, u.record_id is not null as "isTaken",
        row_number() over (partition by f.id, c.key order by c.record_id) as place
      from custom_fields f
      cross join lateral (${stored(ctx, sql`c.field_id = f.id and ${anyOf(sql`c.record_id`, ids)}`)}) c
      left join custom_uniques u
        on u.tenant_id = f.tenant_id and u.field_id = f.id and u.key = c.key and u.record_id <> c.record_id
      where f.tenant_id = ${ctx.tenantId} and f.record = ${record} and f."unique" and f.archived_at is null
    ) claims where "isTaken" or place > 1`.execute(ctx.db)
  return new Set(rows.map(({ id }) => id))
}

/**
 * Begins to hold a field unique; the caller has locked its row, which lets writers of it finish first.
 * @throws AppError customFields.valuesRepeat (409) with an example, when present records share a value
 */
export async function beginUnique(
  ctx: Ctx,
  { id, record }: Pick<CustomField, 'id' | 'record'>,
): Promise<void> {
  const present = (await askHook(ctx, presentRecordsHook, { record })).find((query) => query !== null)
  const values = stored(
    ctx,
    sql`c.field_id = ${id}::uuid ${present ? sql`and c.record_id in (${present})` : sql``}`,
  )
  const { rows } = await sql<{ key: string; count: number }>`
    select key, count(*) over ()::int as count from (${values}) c group by key having count(*) > 1
    order by key limit 1`.execute(ctx.db)
  const [repeated] = rows
  if (repeated) {
    const { key: value, count } = repeated
    throw new AppError('customFields.valuesRepeat', { status: 409, params: { value, count } })
  }
  await sql`
    insert into custom_uniques (tenant_id, field_id, key, record_id)
    select ${ctx.tenantId}, field_id, key, record_id from (${values}) c`.execute(ctx.db)
}

/** Holds a field unique no longer. */
export async function endUnique(ctx: Ctx, fieldId: string): Promise<void> {
  await ctx.db
    .deleteFrom('customUniques')
    .where('tenantId', '=', ctx.tenantId)
    .where('fieldId', '=', fieldId)
    .execute()
}

const valueTaken = (key: string): AppError => {
  const code = 'customFields.valueTaken'
  return new AppError(code, { status: 409, fields: [{ path: `custom.${key}`, code }] })
}
