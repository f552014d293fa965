import { sql } from 'kysely'
import { type CustomField, type CustomValues, canBeUnique } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { insertRows } from '../insert-rows.ts'
import { anyOf } from '../sql.ts'
import { customFieldsOf } from './definitions.ts'
import { holdFiles } from './files.ts'
import { type CustomType, customTypes } from './types.ts'
import { claimCustomUniques, releaseCustomUniques } from './uniques.ts'

/**
 * Writes the typed side rows of values that changed; call it in the transaction that writes the `custom` column.
 * Filters and sorts read these rows, the column stays the truth.
 * @throws AppError customFields.valueTaken (409) at `custom.<key>`
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
    if (field.type === 'file') await holdFiles(ctx, field, [{ id: recordId, custom: changed }])
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
  const fieldIds = ableIds(fields)
  if (fieldIds.length === 0) return
  releaseCustomUniques(ctx, [recordId], fieldIds)
  await claimCustomUniques(ctx, { record, ids: [recordId], fieldIds })
}

/** Definitions are cached, so whether a field is unique by now is asked of the database. */
const ableIds = (fields: readonly CustomField[]): string[] =>
  fields.filter(({ type }) => canBeUnique(type)).map(({ id }) => id)

/** The same for many new records, which have no side rows yet: one statement per side table. */
export async function insertCustomSides(
  ctx: Ctx,
  record: string,
  records: readonly { id: string; custom: CustomValues }[],
): Promise<void> {
  const rows = new Map<NonNullable<CustomType['side']>, CustomSideRow[]>()
  const fields = await customFieldsOf(ctx, record)
  for (const field of fields) {
    const { id, key, type } = field
    const { side, toSide } = customTypes[type]
    if (!side) continue
    if (type === 'file') await holdFiles(ctx, field, records)
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
  const able = new Set(ableIds(fields))
  const ids = [...rows.values()]
    .flat()
    .flatMap(({ fieldId, recordId }) => (able.has(fieldId) ? [recordId] : []))
  await claimCustomUniques(ctx, { record, ids: [...new Set(ids)] })
}

/** The same for changed values of many records; null takes a value's rows away. */
export async function replaceCustomSides(
  ctx: Ctx,
  record: string,
  records: readonly { id: string; custom: CustomValues }[],
): Promise<void> {
  const fields = await customFieldsOf(ctx, record)
  const able = new Set(ableIds(fields))
  for (const { id, key, type } of fields) {
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
    if (able.has(id)) releaseCustomUniques(ctx, changed, [id])
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
