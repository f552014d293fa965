import type { CustomFieldChange, Use } from '@peyvand/customization/contract'
import type { CustomField } from '@peyvand/platform/contract'
import {
  AppError,
  allCustomFields,
  anyOf,
  type Ctx,
  customSideOf,
  may,
  notFound,
  updateCustomField,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { usesOfField } from './custom-field-uses.ts'
import { customSections, type FieldsAndSections } from './custom-sections.ts'
import { knownFields } from './known-fields.ts'

/** Fields of a record type or all; archived ones only for who may bring them back. */
export async function listCustomFields(ctx: Ctx, record: string | undefined): Promise<FieldsAndSections> {
  const fields = await allCustomFields(ctx, record)
  const items = may(ctx.actor, 'customization.manage') ? fields : await knownFields(ctx, fields)
  return { items, sections: await customSections(ctx, record) }
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
        sql`value collate "fa-x-icu"`,
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

export interface CustomFieldUsage {
  records: number | null
  options: Record<string, number>
  uses: Use[]
}

/** Counted where filters look. @throws AppError notFound (404) */
export async function customFieldUsage(ctx: Ctx, id: string): Promise<CustomFieldUsage> {
  const fields = await allCustomFields(ctx)
  const field = fields.find((candidate) => candidate.id === id)
  if (!field) throw notFound()
  const siblings = fields.filter(({ record }) => record === field.record)
  const uses = await usesOfField(ctx, field, siblings)
  const side = customSideOf(field)
  if (!side) return { records: null, options: {}, uses }
  const { records } = await ctx.db
    .selectFrom(side)
    .select(sql<number>`count(distinct record_id)::int`.as('records'))
    .where('tenantId', '=', ctx.tenantId)
    .where('fieldId', '=', id)
    .executeTakeFirstOrThrow()
  if (field.options.length === 0) return { records, options: {}, uses }
  const chosen = await ctx.db
    .selectFrom(side)
    .select([sql<string>`value`.as('value'), sql<number>`count(*)::int`.as('count')])
    .where('tenantId', '=', ctx.tenantId)
    .where('fieldId', '=', id)
    .groupBy('value')
    .execute()
  return { records, uses, options: Object.fromEntries(chosen.map(({ value, count }) => [value, count])) }
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

const definedOnly = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>
