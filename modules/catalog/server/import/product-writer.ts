import { ensureValue, readyValueId, valuesByLabel } from '@peyvand/customization/server'
import { sameValue } from '@peyvand/history/server'
import type { ImportContext, RowItem, WrittenItem } from '@peyvand/imports/server'
import { AppError, anyOf, type Ctx, readCustomValues } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { changeProducts, lockedProducts, type ProductValues } from '../change-products.ts'
import { moveToBin } from '../delete-product.ts'
import { insertProducts, type NewProduct } from '../insert-products.ts'
import { usesOfProducts } from '../parts-of-others.ts'
import type { StoredProduct } from '../product-access.ts'
import { lockCodes } from '../product-input.ts'
import { standardVatClass } from '../vat-classes.ts'
import { ensureGroups } from './ensure-groups.ts'
import { openPrices, putPrices } from './open-list.ts'
import type { ProductItem } from './product-item.ts'

type Item = RowItem<ProductItem>

/** Writes new products and changes known ones; each row describes one. */
export async function importProducts(
  ctx: Ctx,
  rows: readonly Item[][],
  { importId, settings: { duplicates } }: ImportContext,
): Promise<WrittenItem[][]> {
  await lockCodes(ctx)
  const items = await withNewNames(ctx, rows.flat())
  const fresh = items.filter(({ isNew }) => isNew)
  const taken = await takenCodes(ctx, fresh)
  const defaults = { unitId: await usualUnit(ctx), vatClassId: await standardVatClass(ctx) }
  await insertProducts(
    ctx,
    fresh.map((item) => newProduct(item, { taken, ...defaults })),
    { source: 'import', sourceId: importId },
  )
  const overwrites = duplicates === 'overwrite'
  const known =
    overwrites || duplicates === 'fill' ? items.filter(({ isNew, change }) => !isNew && change) : []
  const traces = await changeKnown(ctx, known, { overwrites })
  await putPrices(
    ctx,
    [...fresh, ...known].flatMap(({ ref, isNew, data }) => {
      const price = isNew ? data.price : traces.get(ref)?.['price']?.to
      return typeof price === 'string' ? [{ productId: ref, price }] : []
    }),
  )
  return rows.map((row) =>
    row.map(({ ref, isNew }) => ({ id: ref, isNew, trace: isNew ? null : (traces.get(ref) ?? null) })),
  )
}

/** What a change was and what it wrote, field by field. */
export type Trace = Record<string, { from: unknown; to: unknown }>

/** Changes known products, each once: of rows that name the same one the last counts. */
async function changeKnown(
  ctx: Ctx,
  known: readonly Item[],
  { overwrites }: { overwrites: boolean },
): Promise<Map<string, Trace>> {
  const given = new Map(known.map(({ ref, data }) => [ref, data]))
  const before = await lockedProducts(ctx, [...given.keys()])
  const prices = await openPrices(ctx, [...given.keys()])
  const traces = new Map<string, Trace>()
  for (const row of before) {
    const data = given.get(row.id)
    const trace = data && traceOf({ ...row, price: prices.get(row.id) ?? null }, data, overwrites)
    if (trace && Object.keys(trace).length > 0) traces.set(row.id, trace)
  }
  await changeProducts(
    ctx,
    before.flatMap((row) => {
      const trace = traces.get(row.id)
      return trace ? [{ before: row, values: valuesOf(trace, 'to') }] : []
    }),
  )
  return traces
}

const fields = [
  'name',
  'nameLatin',
  'groupId',
  'vatClassId',
  'taxCode',
  'tracking',
  'warrantyMonths',
  'warrantyTerms',
  'description',
  'active',
  'price',
] as const

function traceOf(
  row: StoredProduct & { price: string | null },
  data: ProductItem,
  overwrites: boolean,
): Trace {
  const custom = readCustomValues(row.custom)
  const trace: Trace = {}
  const take = (field: string, now: unknown, given: unknown) => {
    if (given === null || given === undefined || sameValue(now, given)) return
    if (overwrites || (now ?? null) === null) trace[field] = { from: now ?? null, to: given }
  }
  for (const field of fields) take(field, row[field], data[field])
  for (const [key, value] of Object.entries(data.custom)) take(`custom.${key}`, custom[key], value)
  return trace
}

function valuesOf(trace: Trace, which: 'from' | 'to'): ProductValues {
  const values: Record<string, unknown> = {}
  const custom: Record<string, unknown> = {}
  for (const [field, change] of Object.entries(trace)) {
    const own = /^custom\.(.+)$/.exec(field)?.[1]
    if (own) custom[own] = change[which]
    else if (field !== 'price') values[field] = change[which]
  }
  return { ...values, custom }
}

/** New products go to the recycle bin; changed fields that still hold the imported value get their old ones. */
export async function undoProducts(ctx: Ctx, items: readonly WrittenItem[]): Promise<void> {
  const made = items.flatMap(({ id, isNew }) => (isNew ? [id] : []))
  const used = await usesOfProducts(ctx, made)
  const present = (await lockedProducts(ctx, made)).filter(
    (row) => row.deletedAt === null && !used.has(row.id),
  )
  await moveToBin(ctx, present)
  const traces = new Map(items.flatMap(({ id, trace }) => (trace ? [[id, trace as Trace]] : [])))
  const before = await lockedProducts(ctx, [...traces.keys()])
  const prices = await openPrices(ctx, [...traces.keys()])
  const back = before.map((row) => {
    const custom = readCustomValues(row.custom)
    const now: Record<string, unknown> = { ...row, price: prices.get(row.id) ?? null }
    const unchanged = Object.entries(traces.get(row.id) ?? {}).filter(([field, { to }]) => {
      const own = /^custom\.(.+)$/.exec(field)?.[1]
      return sameValue(own ? custom[own] : now[field], to)
    })
    return { row, trace: Object.fromEntries(unchanged) }
  })
  await changeProducts(
    ctx,
    back.map(({ row, trace }) => ({ before: row, values: valuesOf(trace, 'from') })),
  )
  await putPrices(
    ctx,
    back.flatMap(({ row, trace }) =>
      trace['price'] ? [{ productId: row.id, price: trace['price'].from as string | null }] : [],
    ),
  )
}

interface Defaults {
  taken: ReadonlySet<string>
  unitId: string
  vatClassId: string
}

/** A code that another product has is left to the series: that is what "as new records" asks for. */
const newProduct = ({ ref, data }: Item, { taken, unitId, vatClassId }: Defaults): NewProduct => ({
  id: ref,
  kind: data.kind ?? 'goods',
  code: data.code !== null && !taken.has(data.code) ? data.code : undefined,
  name: data.name ?? '',
  nameLatin: data.nameLatin,
  groupId: data.groupId,
  unitId: data.unitId ?? unitId,
  barcode: data.barcode,
  units: [],
  parts: [],
  vatClassId: data.vatClassId ?? vatClassId,
  taxCode: data.taxCode,
  tracking: data.tracking ?? 'none',
  warrantyMonths: data.warrantyMonths,
  warrantyTerms: data.warrantyTerms,
  description: data.description,
  active: data.active ?? true,
  custom: data.custom,
})

/** Items with the units and groups that were there under no name yet. */
async function withNewNames(ctx: Ctx, items: readonly Item[]): Promise<Item[]> {
  const units = new Map<string, string>()
  for (const { data } of items)
    if (data.unitLabel && !units.has(data.unitLabel))
      units.set(data.unitLabel, await ensureValue(ctx, 'units', data.unitLabel))
  const groupOf = await ensureGroups(
    ctx,
    items.map(({ data }) => data.groupPath),
  )
  return items.map((item) => ({
    ...item,
    data: {
      ...item.data,
      unitId: item.data.unitId ?? units.get(item.data.unitLabel ?? '') ?? null,
      groupId: item.data.groupId ?? groupOf(item.data.groupPath),
    },
  }))
}

async function takenCodes(ctx: Ctx, items: readonly Item[]): Promise<Set<string>> {
  const codes = items.flatMap(({ data }) => data.code ?? [])
  if (codes.length === 0) return new Set()
  const rows = await ctx.db
    .selectFrom('products')
    .select('code')
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`code`, codes, 'text'))
    .execute()
  return new Set(rows.map(({ code }) => code))
}

/** What a product is counted in that tells no unit. @throws AppError badInput (400) where the firm has no units */
async function usualUnit(ctx: Ctx): Promise<string> {
  const piece = await readyValueId(ctx, 'units', 'piece')
  const [first] = (await valuesByLabel(ctx, 'units')).values()
  const unit = piece ?? first
  if (!unit) throw new AppError('catalog.noUnits', { status: 409 })
  return unit
}
