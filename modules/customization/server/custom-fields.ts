import type { CustomFieldChange } from '@peyvand/customization/contract'
import type { CustomField } from '@peyvand/platform/contract'
import {
  AppError,
  allCustomFields,
  anyOf,
  type Ctx,
  customSideOf,
  forgetCustomFields,
  may,
  notFound,
  updateCustomField,
} from '@peyvand/platform/server'
import { sql } from 'kysely'

/** Fields of a record type or all; archived ones only for who may bring them back. */
export async function listCustomFields(ctx: Ctx, record: string | undefined): Promise<CustomField[]> {
  const fields = await allCustomFields(ctx, record)
  return may(ctx.actor, 'customization.manage') ? fields : fields.filter((field) => field.archivedAt === null)
}

/** @throws AppError customization.optionInUse (409) when a removed option stands in a record */
export async function changeCustomField(
  ctx: Ctx,
  id: string,
  change: CustomFieldChange,
): Promise<CustomField> {
  if (change.options) await requireUnused(ctx, id, change.options)
  return updateCustomField(ctx, id, definedOnly(change))
}

async function requireUnused(ctx: Ctx, fieldId: string, options: CustomField['options']): Promise<void> {
  const field = (await allCustomFields(ctx)).find((candidate) => candidate.id === fieldId)
  const kept = new Set(options.map((option) => option.value))
  const removed = (field?.options ?? []).filter((option) => !kept.has(option.value))
  if (removed.length === 0) return
  const used = await ctx.db
    .selectFrom('customTexts')
    .select('value')
    .where('tenantId', '=', ctx.tenantId)
    .where('fieldId', '=', fieldId)
    .where(
      anyOf(
        sql`value`,
        removed.map((option) => option.value),
        'text',
      ),
    )
    .limit(1)
    .executeTakeFirst()
  if (!used) return
  const option = removed.find((candidate) => candidate.value === used.value)
  throw new AppError('customization.optionInUse', {
    status: 409,
    params: { option: (ctx.locale === 'fa' ? option?.labelFa : option?.labelEn) ?? used.value },
  })
}

/**
 * Puts all fields of a record type, archived ones too, in the order given.
 * @throws AppError customization.orderIncomplete (409)
 */
export async function orderCustomFields(
  ctx: Ctx,
  { record, ids }: { record: string; ids: readonly string[] },
): Promise<CustomField[]> {
  const fields = await allCustomFields(ctx, record)
  const known = new Set(fields.map(({ id }) => id))
  if (new Set(ids).size !== fields.length || ids.some((id) => !known.has(id)))
    throw new AppError('customization.orderIncomplete', { status: 409 })
  await sql`
    update custom_fields f set position = o.position
    from unnest(${sql.val([...ids])}::uuid[]) with ordinality o (id, position)
    where f.tenant_id = ${ctx.tenantId} and f.id = o.id`.execute(ctx.db)
  forgetCustomFields(ctx, record)
  ctx.audit({ action: 'update', record: 'customFields', label: record, changes: { order: { to: ids } } })
  return allCustomFields(ctx, record)
}

export interface CustomFieldUsage {
  records: number | null
  options: Record<string, number>
}

/** Counted where filters look. @throws AppError notFound (404) */
export async function customFieldUsage(ctx: Ctx, id: string): Promise<CustomFieldUsage> {
  const field = (await allCustomFields(ctx)).find((candidate) => candidate.id === id)
  if (!field) throw notFound()
  const side = customSideOf(field)
  if (!side) return { records: null, options: {} }
  const { records } = await ctx.db
    .selectFrom(side)
    .select(sql<number>`count(distinct record_id)::int`.as('records'))
    .where('tenantId', '=', ctx.tenantId)
    .where('fieldId', '=', id)
    .executeTakeFirstOrThrow()
  if (field.options.length === 0) return { records, options: {} }
  const chosen = await ctx.db
    .selectFrom(side)
    .select([sql<string>`value`.as('value'), sql<number>`count(*)::int`.as('count')])
    .where('tenantId', '=', ctx.tenantId)
    .where('fieldId', '=', id)
    .groupBy('value')
    .execute()
  return { records, options: Object.fromEntries(chosen.map(({ value, count }) => [value, count])) }
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

const definedOnly = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>
