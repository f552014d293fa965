import { staysOfImport, type WrittenItem } from '@peyvand/imports/server'
import type { UndoStay } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import { storedProducts } from '../change-products.ts'
import { usesOfProducts } from '../parts-of-others.ts'

/** What taking an import of products back at present would leave; those that others are made of are used. */
export const productStays = (ctx: Ctx, items: readonly WrittenItem[], since: string): Promise<UndoStay[]> =>
  staysOfImport(ctx, {
    record: 'products',
    items,
    since,
    rows: (ids) => storedProducts(ctx, ids),
    used: (ids) => usesOfProducts(ctx, ids),
    texts: ['catalog.field', 'catalog.ui'],
  })
