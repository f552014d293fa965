import { putTags, tagsOf } from '@peyvand/customization/server'
import type { CustomValues } from '@peyvand/platform/contract'
import {
  anyOf,
  type Ctx,
  changesBetween,
  mergeCustomValues,
  readCustomValues,
  replaceCustomSides,
  updateRows,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { productUpdated } from '../contract/index.ts'
import { columnsOf, ownColumns } from './insert-products.ts'
import type { StoredProduct } from './product-access.ts'
import { productSearch } from './product-input.ts'

/** What many products can be given at once; units, barcodes and parts are changed product by product. */
export type ProductValues = Partial<
  Pick<
    StoredProduct,
    | 'name'
    | 'nameLatin'
    | 'groupId'
    | 'vatClassId'
    | 'taxCode'
    | 'tracking'
    | 'warrantyMonths'
    | 'warrantyTerms'
    | 'description'
    | 'active'
  >
> & { custom?: CustomValues }

export interface ChangedProduct {
  before: StoredProduct
  values: ProductValues
  /** All that it has from now on; its tags stay where this is left out. */
  tagIds?: readonly string[]
}

const columns = [
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
  'custom',
  'search',
  'updatedAt',
  'updatedBy',
  'version',
] as const

/**
 * Changes locked products by the same few statements however many they are, and tells of what changed. The values
 * were checked; asks nobody's rights.
 * @throws AppError customFields.valueTaken (409)
 */
export async function changeProducts(ctx: Ctx, changes: readonly ChangedProduct[]): Promise<void> {
  if (changes.length === 0) return
  const barcodes = await barcodesOf(
    ctx,
    changes.map(({ before }) => before.id),
  )
  const after = changes.map(({ before, values: { custom = {}, ...plain } }) => {
    const next = { ...before, ...plain }
    const units = (barcodes.get(before.id) ?? []).map((barcode) => ({ barcode }))
    return {
      ...next,
      custom: mergeCustomValues(readCustomValues(before.custom), custom),
      search: productSearch({ ...next, barcode: null, units }),
      updatedAt: ctx.now().toISOString(),
      updatedBy: ctx.actor.userId,
      version: before.version + 1,
    }
  })
  await updateRows(ctx, 'products', { columns, rows: after })
  const own = changes.flatMap(({ before: { id }, values: { custom } }) =>
    custom && Object.keys(custom).length > 0 ? [{ id, custom }] : [],
  )
  if (own.length > 0) await replaceCustomSides(ctx, 'products', own)
  const tags = await changeTags(ctx, changes)
  for (const [index, { before }] of changes.entries()) {
    const now = after[index]
    const { from = {}, to = {} } = tags.get(before.id) ?? {}
    if (now) noteChange(ctx, { ...before, ...from }, { ...now, ...to })
  }
}

type Tags = { tags?: string[] }

/** Gives products their tags; answers what the audit log tells of it. */
async function changeTags(
  ctx: Ctx,
  changes: readonly ChangedProduct[],
): Promise<Map<string, { from: Tags; to: Tags }>> {
  const rows = changes.flatMap(({ before: { id }, tagIds }) => (tagIds ? [{ recordId: id, tagIds }] : []))
  const ids = rows.map(({ recordId }) => recordId)
  const names = async () => {
    const tags = await tagsOf(ctx, 'products', ids)
    return new Map(ids.map((id) => [id, { tags: (tags.get(id) ?? []).map(({ name }) => name) }]))
  }
  const before = await names()
  await putTags(ctx, 'products', rows)
  const after = await names()
  return new Map(ids.map((id) => [id, { from: before.get(id) ?? {}, to: after.get(id) ?? {} }]))
}

type Told = Omit<StoredProduct, 'custom'> & { custom: unknown } & Tags

function noteChange(ctx: Ctx, before: Told, after: Told): void {
  const told = (row: Told) => ({
    ...columnsOf(row),
    ...(row.tags && { tags: row.tags }),
    ...ownColumns(readCustomValues(row.custom)),
  })
  const changes = changesBetween<Record<string, unknown>>(told(before), told(after))
  const fields = Object.keys(changes)
  if (fields.length === 0) return
  ctx.audit({ action: 'update', record: 'products', recordId: after.id, label: after.name, changes })
  ctx.emit(productUpdated, { productId: after.id, fields })
  ctx.live({ topic: 'products', id: after.id })
}

async function barcodesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await ctx.db
    .selectFrom('productUnits')
    .select(['productId', 'barcode'])
    .where('tenantId', '=', ctx.tenantId)
    .where('barcode', 'is not', null)
    .where(anyOf(sql`product_id`, ids))
    .orderBy('position')
    .execute()
  const codes = new Map<string, string[]>()
  for (const { productId, barcode } of rows)
    if (barcode) codes.set(productId, [...(codes.get(productId) ?? []), barcode])
  return codes
}

/** Products by id, in order, those of the recycle bin too. */
export const storedProducts = (
  ctx: Ctx,
  ids: readonly string[],
  { lock = false }: { lock?: boolean } = {},
): Promise<StoredProduct[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : ctx.db
        .selectFrom('products')
        .selectAll()
        .where('tenantId', '=', ctx.tenantId)
        .where(anyOf(sql`id`, ids))
        .orderBy('id')
        .$if(lock, (qb) => qb.forUpdate())
        .execute()

/** The same, locked until the transaction ends. */
export const lockedProducts = (ctx: Ctx, ids: readonly string[]): Promise<StoredProduct[]> =>
  storedProducts(ctx, ids, { lock: true })
