import { tagsOf, valueLabel } from '@peyvand/customization/server'
import { filesOfMany } from '@peyvand/files/server'
import { type Ctx, may, readCustomValues, seenCustomValues, together } from '@peyvand/platform/server'
import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { ProductRow } from '../contract/index.ts'
import type { StoredProduct } from './product-access.ts'

// biome-ignore lint/suspicious/noExplicitAny: adds columns to any query over `products as p`
type Query<O> = SelectQueryBuilder<any, any, O> // oxlint-disable-line typescript/no-explicit-any

export type NamedProduct = StoredProduct & {
  groupName: string | null
  unitName: string | null
  vatClassName: string
  barcode: string | null
  price: string | null
  configurable: boolean
}

/** The columns that views are made of, over a query of visible `products as p`. */
export const selectNamed = <O>(ctx: Ctx, query: Query<O>): Query<NamedProduct> =>
  query
    .selectAll('p')
    .select([
      groupName(sql`p.group_id`).as('groupName'),
      valueLabel(ctx, sql`p.unit_id`).as('unitName'),
      sql<string>`(select v.name from vat_classes v where v.tenant_id = p.tenant_id and v.id = p.vat_class_id)`.as(
        'vatClassName',
      ),
      barcodeOf.as('barcode'),
      openPrice(ctx).as('price'),
      isConfigurable.as('configurable'),
    ]) as unknown as Query<NamedProduct>

export const groupName = (column: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql`(select g.name from product_groups g where g.tenant_id = p.tenant_id and g.id = ${column})`

const isConfigurable = sql<boolean>`exists (select from configurators c
  where c.tenant_id = p.tenant_id and c.product_id = p.id and c.groups <> '[]')`

/** Of the base unit. */
export const barcodeOf = sql<string | null>`(select u.barcode from product_units u
  where u.tenant_id = p.tenant_id and u.product_id = p.id and u.unit_id = p.unit_id)`

/** What one base unit costs in Rial whom no list has conditions for, today: the first list in order that has it. */
export const openPrice = (ctx: Ctx): RawBuilder<string | null> => {
  const today = sql`(${ctx.now().toISOString()}::timestamptz at time zone ${ctx.timeZone})::date`
  return sql`(select r.price from prices r
    join price_lists l on l.tenant_id = r.tenant_id and l.id = r.list_id
    where r.tenant_id = p.tenant_id and r.product_id = p.id and r.unit_id = p.unit_id and r.min_quantity = 0
      and l.active and l.currency = 'IRR' and l.level_ids = '{}' and l.groups = '{}' and l.channels = '{}'
      and coalesce(l.valid_from <= ${today}, true) and coalesce(l.valid_to >= ${today}, true)
    order by l.position, l.id limit 1)`
}

/** Rows as lists show them, with their first image and their tags: one query each for the whole page. */
export async function productRows(ctx: Ctx, rows: readonly NamedProduct[]): Promise<ProductRow[]> {
  const ids = rows.map(({ id }) => id)
  const [files, tags] = await together([filesOfMany(ctx, 'products', ids), tagsOf(ctx, 'products', ids)])
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    code: row.code,
    name: row.name,
    group: row.groupId && row.groupName !== null ? { id: row.groupId, name: row.groupName } : null,
    unit: { id: row.unitId, name: row.unitName ?? '' },
    barcode: row.barcode,
    taxCode: row.taxCode,
    vatClass: { id: row.vatClassId, name: row.vatClassName },
    tracking: row.tracking,
    warrantyMonths: row.warrantyMonths,
    active: row.active,
    price: row.price,
    imageId: files.get(row.id)?.find(({ type }) => type.startsWith('image/'))?.id ?? null,
    configurable: row.configurable,
    tags: tags.get(row.id) ?? [],
    custom: seenCustomValues(ctx, 'products', readCustomValues(row.custom)),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    deletedAt: row.deletedAt,
    version: row.version,
    can: { update: row.deletedAt === null && may(ctx.actor, 'catalog.manage') },
  }))
}
