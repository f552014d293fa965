import { searchTerms } from '@peyvand/persian'
import { anyOf, type Ctx, customColumns, escapeLike, type ListSource } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { ProductKind, Tracking } from '../contract/index.ts'
import { groupTree } from './product-groups.ts'
import { barcodeOf, groupName, openPrice } from './product-rows.ts'
import { listVatClasses } from './vat-classes.ts'

const words = (options: readonly string[], prefix: string) =>
  Object.fromEntries(options.map((option) => [option, `${prefix}.${option}`]))

/** Products as lists and exports read them: columns over `products as p`. */
export async function productSource(ctx: Ctx): Promise<ListSource> {
  const tree = await groupTree(ctx)
  const vatClasses = await listVatClasses(ctx)
  return {
    id: sql`p.id`,
    defaultSort: 'name',
    search: (_, text) => foundByText(text),
    columns: {
      name: {
        type: 'text',
        label: 'catalog.field.name',
        sql: sql`p.name collate "fa-x-icu"`,
        sortable: true,
      },
      code: { type: 'text', label: 'catalog.field.code', sql: sql`p.code`, sortable: true },
      kind: {
        type: 'enum',
        label: 'catalog.field.kind',
        sql: sql`p.kind`,
        options: words(ProductKind.options, 'catalog.kind'),
      },
      group: {
        type: 'enum',
        label: 'catalog.field.group',
        options: Object.fromEntries(tree.all.map(({ id }) => [id, tree.pathName(id)])),
        hasAny: (ids) =>
          sql<SqlBool>`${anyOf(
            sql`p.group_id`,
            ids.flatMap((id) => tree.withBelow(id)),
          )}`,
        hasNone: sql<SqlBool>`p.group_id is null`,
        keys: sql`select p.group_id::text as value where p.group_id is not null`,
      },
      groupName: {
        type: 'text',
        label: 'catalog.field.group',
        sql: groupName(sql`p.group_id`),
        sortable: true,
        nullable: true,
      },
      unit: { type: 'enum', label: 'catalog.field.unit', valueList: 'units', sql: sql`p.unit_id::text` },
      price: {
        type: 'money',
        label: 'catalog.field.price',
        sql: openPrice(ctx),
        sortable: true,
        nullable: true,
      },
      barcode: { type: 'text', label: 'catalog.field.barcode', sql: barcodeOf, nullable: true },
      taxCode: { type: 'text', label: 'catalog.field.taxCode', sql: sql`p.tax_code`, nullable: true },
      vatClass: {
        type: 'enum',
        label: 'catalog.field.vatClass',
        sql: sql`p.vat_class_id::text`,
        options: Object.fromEntries(vatClasses.map(({ id, name }) => [id, name])),
      },
      tracking: {
        type: 'enum',
        label: 'catalog.field.tracking',
        sql: sql`p.tracking`,
        options: words(Tracking.options, 'catalog.tracking'),
      },
      warrantyMonths: {
        type: 'number',
        label: 'catalog.field.warrantyMonths',
        sql: sql`p.warranty_months`,
        sortable: true,
        nullable: true,
      },
      active: { type: 'boolean', label: 'catalog.field.active', sql: sql`p.active` },
      ...(await customColumns(ctx, 'products', sql`p.id`)),
      createdAt: {
        type: 'instant',
        label: 'catalog.field.createdAt',
        sql: sql`p.created_at`,
        sortable: true,
      },
      updatedAt: {
        type: 'instant',
        label: 'catalog.field.updatedAt',
        sql: sql`p.updated_at`,
        sortable: true,
      },
    },
  }
}

/** Products whose names, codes or barcodes contain every word, by the trigram index. */
export function foundByText(text: string): RawBuilder<SqlBool> {
  const patterns = searchTerms(text).map((term) => `%${escapeLike(term)}%`)
  if (patterns.length === 0) return sql`true`
  return sql`p.id in (select search_products(${sql.val(patterns)}::text[]))`
}
