import { sql } from 'kysely'
import { z } from 'zod'
import type { CustomField, CustomValues } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { insertRows } from '../insert-rows.ts'
import { faultsOf } from '../parse-input.ts'
import { anyOf } from '../sql.ts'
import { customFieldsOf } from './definitions.ts'
import { type CustomType, customTypes } from './types.ts'

interface CheckCustomValues {
  record: string
  values: CustomValues
  /** Groups or kinds of the record: fields of others are neither required nor refused. */
  appliesTo?: readonly string[]
  /** A change of some fields: the others are not missed. */
  partial?: boolean
}

/**
 * Checks given custom values against the firm's definitions and normalises them; null clears a field.
 * @throws AppError badInput (400) with a fault at `custom.<key>` per bad value.
 */
export async function checkCustomValues(
  ctx: Ctx,
  { record, values, appliesTo = [], partial = false }: CheckCustomValues,
): Promise<CustomValues> {
  const fields = await customFieldsOf(ctx, record)
  const byKey = new Map(fields.map((field) => [field.key, field]))
  const faults: { path: string; code: string; params?: Record<string, unknown> }[] = []
  const checked: CustomValues = {}
  for (const [key, value] of Object.entries(values)) {
    const field = byKey.get(key)
    if (!field) {
      faults.push({ path: `custom.${key}`, code: 'customFields.unknown', params: { key } })
    } else if (value === null || value === '') {
      checked[key] = null
    } else {
      const parsed = schemaOf(field).safeParse(value, { reportInput: true })
      if (parsed.success) checked[key] = parsed.data
      else faults.push(...faultsOf(parsed.error).map((fault) => ({ ...fault, path: `custom.${key}` })))
    }
  }
  for (const field of fields) {
    const missing = partial
      ? field.key in checked && checked[field.key] === null
      : (checked[field.key] ?? null) === null
    if (field.required && missing && concerns(field, appliesTo))
      faults.push({ path: `custom.${field.key}`, code: 'required' })
  }
  if (faults.length > 0) throw new AppError('badInput', { status: 400, fields: faults })
  return checked
}

// Made once per definition, not once per value: a bulk import checks hundreds of thousands of them.
const schemas = new WeakMap<CustomField, z.ZodType>()

function schemaOf(field: CustomField): z.ZodType {
  const made = schemas.get(field) ?? customTypes[field.type].schema(field)
  schemas.set(field, made)
  return made
}

const concerns = ({ appliesTo }: CustomField, groups: readonly string[]) =>
  appliesTo.length === 0 || appliesTo.some((group) => groups.includes(group))

/**
 * Writes the typed side rows of values that changed; call it in the transaction that writes the `custom` column.
 * Filters and sorts read these rows, the column stays the truth.
 */
export async function writeCustomSides(
  ctx: Ctx,
  record: string,
  recordId: string,
  changed: CustomValues,
): Promise<void> {
  const fields = (await customFieldsOf(ctx, record)).filter((field) => field.key in changed)
  for (const field of fields) {
    const { side, toSide } = customTypes[field.type]
    if (!side) continue
    await ctx.db
      .deleteFrom(side)
      .where('tenantId', '=', ctx.tenantId)
      .where('recordId', '=', recordId)
      .where('fieldId', '=', field.id)
      .execute()
    const value = changed[field.key]
    const rows = value === null || value === undefined ? [] : toSide(value)
    if (rows.length === 0) continue
    await ctx.db
      .insertInto(side)
      .values(
        rows.map((text, ord) => ({ tenantId: ctx.tenantId, recordId, fieldId: field.id, ord, value: text })),
      )
      .execute()
  }
}

/** The same for many new records, which have no side rows yet: one statement per side table. */
export async function insertCustomSides(
  ctx: Ctx,
  record: string,
  records: readonly { id: string; custom: CustomValues }[],
): Promise<void> {
  const rows = new Map<NonNullable<CustomType['side']>, CustomSideRow[]>()
  for (const { id, key, type } of await customFieldsOf(ctx, record)) {
    const { side, toSide } = customTypes[type]
    if (!side) continue
    const ofSide = rows.get(side) ?? []
    rows.set(side, ofSide)
    for (const { id: recordId, custom } of records) {
      const value = custom[key] ?? null
      if (value === null) continue
      for (const [ord, text] of toSide(value).entries())
        ofSide.push({ tenantId: ctx.tenantId, recordId, fieldId: id, ord, value: text })
    }
  }
  for (const [side, sideRows] of rows) await insertRows(ctx, side, sideRows)
}

/** The same for changed values of many records; null takes a value's rows away. */
export async function replaceCustomSides(
  ctx: Ctx,
  record: string,
  records: readonly { id: string; custom: CustomValues }[],
): Promise<void> {
  for (const { id, key, type } of await customFieldsOf(ctx, record)) {
    const { side } = customTypes[type]
    const changed = records.flatMap(({ id: recordId, custom }) => (key in custom ? [recordId] : []))
    if (!side || changed.length === 0) continue
    ctx.write(
      ctx.db
        .deleteFrom(side)
        .where('tenantId', '=', ctx.tenantId)
        .where('fieldId', '=', id)
        .where(anyOf(sql`record_id`, changed)),
    )
  }
  await insertCustomSides(ctx, record, records)
}

interface CustomSideRow {
  tenantId: number
  recordId: string
  fieldId: string
  ord: number
  value: string
}

/** Puts changed values over the stored ones; cleared ones leave. */
export function mergeCustomValues(before: CustomValues, changed: CustomValues): CustomValues {
  return Object.fromEntries(Object.entries({ ...before, ...changed }).filter(([, value]) => value !== null))
}

/** Reads a `custom` column for an answer. */
export const readCustomValues = (column: unknown): CustomValues =>
  z.record(z.string(), z.unknown()).parse(column ?? {})
