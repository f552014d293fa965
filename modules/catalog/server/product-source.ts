import { tagsColumn } from '@peyvand/customization/server'
import { searchTerms } from '@peyvand/persian'
import {
  anyOf,
  type Ctx,
  customColumns,
  escapeLike,
  type ListSource,
  listColumns,
} from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { ProductKind, Tracking } from '../contract/index.ts'
import { groupTree } from './product-groups.ts'
import { plainCode } from './product-input.ts'
import { barcodeOf, groupName, openPrice } from './product-rows.ts'
import { listVatClasses } from './vat-classes.ts'

const { label, text, number, money, instant, flag, word } = listColumns('catalog.field')

/** Products as lists and exports read them: columns over `products as p`. */
export async function productSource(ctx: Ctx): Promise<ListSource> {
  const tree = await groupTree(ctx)
  const vatClasses = await listVatClasses(ctx)
  return {
    id: sql`p.id`,
    defaultSort: 'name',
    search: (_, text) => foundByText(text),
    columns: {
      name: text('name', sql`p.name collate "fa-x-icu"`, { nullable: false }),
      code: text('code', sql`p.code`, { nullable: false }),
      kind: word('kind', sql`p.kind`, 'catalog.kind', ProductKind.options),
      group: {
        type: 'enum',
        label: label('group'),
        options: Object.fromEntries(tree.all.map(({ id }) => [id, tree.pathName(id)])),
        hasAny: (ids) =>
          sql<SqlBool>`${anyOf(
            sql`p.group_id`,
            ids.flatMap((id) => tree.withBelow(id)),
          )}`,
        hasNone: sql<SqlBool>`p.group_id is null`,
        keys: sql`select p.group_id::text as value where p.group_id is not null`,
      },
      // For columns and orders; filters ask for `group`, with those below.
      groupName: { ...text('group', groupName(sql`p.group_id`)), filterable: false },
      unit: { type: 'enum', label: label('unit'), valueList: 'units', sql: sql`p.unit_id::text` },
      price: money('price', openPrice(ctx)),
      barcode: {
        ...text('barcode', barcodeOf, { sortable: false }),
        // Asked of the index once, not of every product.
        hasAny: (codes) =>
          sql<SqlBool>`p.id in (select u.product_id from product_units u
            where u.tenant_id = ${ctx.tenantId} and ${anyOf(sql`u.barcode`, codes.map(plainCode), 'text')})`,
      },
      taxCode: text('taxCode', sql`p.tax_code`, { sortable: false }),
      vatClass: {
        type: 'enum',
        label: label('vatClass'),
        sql: sql`p.vat_class_id::text`,
        options: Object.fromEntries(vatClasses.map(({ id, name }) => [id, name])),
      },
      tracking: word('tracking', sql`p.tracking`, 'catalog.tracking', Tracking.options),
      warrantyMonths: number('warrantyMonths', sql`p.warranty_months`),
      active: flag('active', sql`p.active`),
      tags: { ...tagsColumn(ctx, 'products', sql`p.id`), label: label('tags') },
      ...(await customColumns(ctx, 'products', sql`p.id`)),
      createdAt: instant('createdAt', sql`p.created_at`),
      updatedAt: instant('updatedAt', sql`p.updated_at`),
    },
  }
}

/** Products whose names, codes or barcodes contain every word, by the trigram index. */
export function foundByText(text: string): RawBuilder<SqlBool> {
  const patterns = searchTerms(text).map((term) => `%${escapeLike(term)}%`)
  if (patterns.length === 0) return sql`true`
  return sql`p.id in (select search_products(${sql.val(patterns)}::text[]))`
}
