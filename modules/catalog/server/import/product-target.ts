import { requireTags } from '@peyvand/customization/server'
import type { Candidate, ImportTarget, ReadItem } from '@peyvand/imports/server'
import { anyOf, type Ctx, may } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { productImportFields } from './product-fields.ts'
import type { ProductItem } from './product-item.ts'
import { productReader } from './product-reader.ts'
import { productStays } from './product-stays.ts'
import { importProducts, undoProducts } from './product-writer.ts'

/** How products are imported. */
export const productTarget: ImportTarget<ProductItem> = {
  record: 'products',
  permission: 'catalog.manage',
  tables: ['products', 'product_units', 'prices', 'custom_texts', 'custom_numbers', 'custom_dates'],
  matchBy: ['id', 'number', 'identifier', 'name'],
  fields: productImportFields,
  reader: productReader,
  candidates: candidatesOf,
  checkSettings: async (ctx, { tagIds }) => {
    if (tagIds.length > 0) await requireTags(ctx, tagIds)
  },
  problemOfNew: () => null,
  write: importProducts,
  stays: productStays,
  undo: undoProducts,
}

/** Products with the ids, codes, barcodes or names of rows, those of the recycle bin too: their codes stay taken. */
async function candidatesOf(ctx: Ctx, items: readonly Pick<ReadItem, 'keys'>[]): Promise<Candidate[]> {
  const keys = items.flatMap((item) => item.keys)
  const of = (kind: string) =>
    keys.flatMap((key) => (key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : []))
  const ids = of('id').filter((id) => /^[0-9a-f-]{36}$/i.test(id))
  const any = (column: RawBuilder<unknown>, values: string[]): RawBuilder<SqlBool>[] =>
    values.length > 0 ? [anyOf(column, values, 'text')] : []
  const found = [
    ...(ids.length > 0 ? [anyOf(sql`p.id`, ids)] : []),
    ...any(sql`p.code`, of('number')),
    ...any(sql`u.barcode`, of('identifier')),
    ...any(sql`p.name`, of('name')),
  ]
  if (found.length === 0) return []
  const rows = await ctx.db
    .selectFrom('products as p')
    .leftJoin('productUnits as u', (join) =>
      join.onRef('u.tenantId', '=', 'p.tenantId').onRef('u.productId', '=', 'p.id'),
    )
    .select(['p.id', 'p.code', 'p.name', 'p.deletedAt', 'u.barcode'])
    .where('p.tenantId', '=', ctx.tenantId)
    .where(sql<SqlBool>`(${sql.join(found, sql` or `)})`)
    .execute()
  const products = new Map(rows.map((row) => [row.id, row]))
  return [...products.values()].map((row) => ({
    id: row.id,
    kind: 'product',
    keys: [
      `id:${row.id}`,
      `number:${row.code}`,
      `name:${row.name}`,
      ...rows.flatMap(({ id, barcode }) => (id === row.id && barcode ? [`identifier:${barcode}`] : [])),
    ],
    changeable: row.deletedAt === null && may(ctx.actor, 'catalog.manage'),
  }))
}
