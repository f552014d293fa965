import {
  ensureTags,
  ensureValue,
  labelMatch,
  readyValueId,
  tagsOf,
  valuesByLabel,
} from '@peyvand/customization/server'
import type { ImportSettings } from '@peyvand/imports/contract'
import {
  changesOfRows,
  type FieldTrace,
  type FieldValues,
  flatValues,
  type ImportContext,
  type RowItem,
  splitValues,
  valuesBack,
  type WrittenItem,
} from '@peyvand/imports/server'
import { AppError, anyOf, type Ctx, readCustomValues } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type ChangedProduct, changeProducts, lockedProducts } from '../change-products.ts'
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
  given: readonly Item[][],
  { importId, settings: { duplicates, tagIds } }: ImportContext,
): Promise<WrittenItem[][]> {
  await lockCodes(ctx)
  const rows = await withNewNames(ctx, given)
  const items = rows.flat()
  const tags = await ensureTags(
    ctx,
    items.flatMap(({ data }) => data.tags),
  )
  const fresh = items.filter(({ isNew }) => isNew)
  const taken = await takenCodes(ctx, fresh)
  const defaults = { unitId: await usualUnit(ctx), vatClassId: await standardVatClass(ctx) }
  await insertProducts(
    ctx,
    fresh.map((item) => ({
      ...newProduct(item, { taken, ...defaults }),
      tagIds: [...new Set([...tagIds, ...tagsFor(item.data, tags)])],
    })),
    { source: 'import', sourceId: importId },
  )
  const { traces, values } = await changeKnown(ctx, items, { duplicates, tags })
  await putPrices(ctx, [
    ...fresh.flatMap(({ ref, data: { price } }) => (price === null ? [] : [{ productId: ref, price }])),
    ...pricesAmong(values),
  ])
  return rows.map((row) =>
    row.map((item) => ({
      id: item.ref,
      isNew: item.isNew,
      trace: item.isNew ? null : (traces.get(item) ?? null),
    })),
  )
}

type Tags = ReadonlyMap<string, string>

/** Changes known products, each once however many rows name it; answers what each row changed. */
async function changeKnown(
  ctx: Ctx,
  items: readonly Item[],
  { duplicates, tags }: Pick<ImportSettings, 'duplicates'> & { tags: Tags },
) {
  const overwrites = duplicates === 'overwrite'
  const mayChange = overwrites || duplicates === 'fill'
  const known = items.filter(({ isNew, change }) => !isNew && change && mayChange)
  const before = await lockedProducts(ctx, [...new Set(known.map(({ ref }) => ref))])
  const stored = await valuesOf(ctx, before)
  const changes = changesOfRows(known, {
    stored,
    given: ({ ref, data }) => givenValues(data, withTags(stored.get(ref)?.['tags'], tagsFor(data, tags))),
    overwrites,
  })
  await changeProducts(ctx, writtenValues(before, changes.values))
  return changes
}

/** What files change of products, by name of field: columns, own fields, tags by id, the price in the list for everybody. */
async function valuesOf(ctx: Ctx, rows: readonly StoredProduct[]): Promise<Map<string, FieldValues>> {
  const ids = rows.map(({ id }) => id)
  const prices = await openPrices(ctx, ids)
  const tags = await tagsOf(ctx, 'products', ids)
  return new Map(
    rows.map((row) => [
      row.id,
      flatValues({
        ...row,
        custom: readCustomValues(row.custom),
        price: prices.get(row.id) ?? null,
        tags:
          tags
            .get(row.id)
            ?.map(({ id }) => id)
            .toSorted() ?? null,
      }),
    ]),
  )
}

/** What a row may change of a product that is there; units and barcodes stay. */
const givenValues = (data: ProductItem, tags: readonly string[] | null): FieldValues =>
  flatValues({
    name: data.name,
    nameLatin: data.nameLatin,
    groupId: data.groupId,
    vatClassId: data.vatClassId,
    taxCode: data.taxCode,
    tracking: data.tracking,
    warrantyMonths: data.warrantyMonths,
    warrantyTerms: data.warrantyTerms,
    description: data.description,
    active: data.active,
    price: data.price,
    tags,
    custom: data.custom,
  })

const tagsFor = ({ tags }: ProductItem, known: Tags): string[] => [
  ...new Set(tags.flatMap((name) => known.get(labelMatch(name)) ?? [])),
]

/** A row adds tags to those that are there; null where it brings nothing new. */
function withTags(present: unknown, given: readonly string[]): string[] | null {
  const has = (present ?? []) as string[]
  const more = given.filter((id) => !has.includes(id))
  return more.length > 0 ? [...has, ...more].toSorted() : null
}

/** A product's fields among the values; its price stands in a list, and no tags are an empty list of them. */
const writtenValues = (
  rows: readonly StoredProduct[],
  values: ReadonlyMap<string, FieldValues>,
): ChangedProduct[] =>
  rows.flatMap((before) => {
    const written = values.get(before.id)
    if (!written) return []
    const { price: _, tags, ...fields } = written
    const tagIds = (tags ?? []) as string[]
    return [{ before, values: splitValues(fields), ...(tags !== undefined && { tagIds }) }]
  })

const pricesAmong = (values: ReadonlyMap<string, FieldValues>) =>
  [...values].flatMap(([productId, { price }]) =>
    price === undefined ? [] : [{ productId, price: price as string | null }],
  )

/** New products go to the recycle bin; changed fields that still hold the imported value get their old ones. */
export async function undoProducts(ctx: Ctx, items: readonly WrittenItem[]): Promise<void> {
  const made = items.flatMap(({ id, isNew }) => (isNew ? [id] : []))
  const used = await usesOfProducts(ctx, made)
  const present = (await lockedProducts(ctx, made)).filter(
    (row) => row.deletedAt === null && !used.has(row.id),
  )
  await moveToBin(ctx, present)
  const traced = items.filter(({ trace }) => trace !== null)
  const before = await lockedProducts(ctx, [...new Set(traced.map(({ id }) => id))])
  const back = new Map(
    [...(await valuesOf(ctx, before))].flatMap(([id, now]) => {
      const values = valuesBack(
        now,
        traced.flatMap((item) => (item.id === id ? [item.trace as FieldTrace] : [])),
      )
      return Object.keys(values).length > 0 ? [[id, values] as const] : []
    }),
  )
  await changeProducts(ctx, writtenValues(before, back))
  await putPrices(ctx, pricesAmong(back))
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
async function withNewNames(ctx: Ctx, rows: readonly Item[][]): Promise<Item[][]> {
  const items = rows.flat()
  const units = new Map<string, string>()
  for (const { data } of items)
    if (data.unitLabel && !units.has(data.unitLabel))
      units.set(data.unitLabel, await ensureValue(ctx, 'units', data.unitLabel))
  const groupOf = await ensureGroups(
    ctx,
    items.map(({ data }) => data.groupPath),
  )
  const named = ({ unitId, unitLabel, groupId, groupPath, ...data }: ProductItem): ProductItem => ({
    ...data,
    unitLabel,
    groupPath,
    unitId: unitId ?? units.get(unitLabel ?? '') ?? null,
    groupId: groupId ?? groupOf(groupPath),
  })
  return rows.map((row) => row.map((item) => ({ ...item, data: named(item.data) })))
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
