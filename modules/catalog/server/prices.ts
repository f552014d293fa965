import { valueLabel } from '@peyvand/customization/server'
import { AppError, anyOf, type Ctx, insertRows, notFound } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { type ListPriceInput, type ListPriceRow, pricesChanged } from '../contract/index.ts'
import { priceListRows, requirePriceList } from './price-lists.ts'
import { toMillionths } from './pricing/exact.ts'
import { plainCode } from './product-input.ts'
import { foundByText } from './product-source.ts'
import { seenFloor } from './see-floors.ts'
import { plainDecimal } from './vat-classes.ts'

interface PricePage {
  q?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** Prices of a list by name of the product. @throws AppError catalog.priceListNotFound (404) */
export async function listPrices(ctx: Ctx, id: string, { q, limit, cursor }: PricePage) {
  if (!(await priceListRows(ctx).where('l.id', '=', id).executeTakeFirst()))
    throw notFound('catalog.priceListNotFound')
  const after = cursor === undefined ? null : readCursor(cursor)
  const rows = await ctx.db
    .selectFrom('prices as r')
    .innerJoin('products as p', (join) =>
      join.onRef('p.tenantId', '=', 'r.tenantId').onRef('p.id', '=', 'r.productId'),
    )
    .select(['p.id', 'p.name', 'p.code', 'r.unitId', 'r.minQuantity', 'r.price', 'r.floor'])
    .select(valueLabel(ctx, sql`r.unit_id`).as('unitName'))
    .where('r.tenantId', '=', ctx.tenantId)
    .where('r.listId', '=', id)
    .where('p.deletedAt', 'is', null)
    .$if(Boolean(q?.trim()), (qb) => qb.where(foundByText(q as string)))
    .$if(after !== null, (qb) => {
      const [name, productId, unitId, minQuantity] = after as Cursor
      return qb.where(
        sql<SqlBool>`(p.name collate "fa-x-icu", p.id, r.unit_id, r.min_quantity) >
          (${name} collate "fa-x-icu", ${productId}::uuid, ${unitId}::uuid, ${minQuantity}::numeric)`,
      )
    })
    .orderBy(sql`p.name collate "fa-x-icu"`)
    .orderBy('p.id')
    .orderBy('r.unitId')
    .orderBy('r.minQuantity')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(
      ({ id: productId, name, code, unitId, unitName, minQuantity, price, floor }): ListPriceRow => ({
        product: { id: productId, name, code },
        unit: { id: unitId, name: unitName ?? '' },
        minQuantity: plainDecimal(minQuantity),
        price,
        floor: seenFloor(ctx, floor),
      }),
    ),
    nextCursor:
      rows.length > limit && last ? writeCursor([last.name, last.id, last.unitId, last.minQuantity]) : null,
  }
}

const Cursor = z.tuple([z.string(), z.uuid(), z.uuid(), z.string().regex(/^\d+(\.\d+)?$/)])
type Cursor = z.infer<typeof Cursor>

const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')

function readCursor(text: string): Cursor {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    throw new AppError('badInput', { status: 400, fields: [{ path: 'cursor', code: 'invalid' }] })
  }
}

/**
 * Sets, changes and takes off prices of a list, all or none.
 * @throws AppError catalog.priceListNotFound (404); badInput (400) at `prices.<index>.productId` or `.unitId`, also
 * where two are of the same product, unit and quantity
 */
export async function setPrices(ctx: Ctx, id: string, prices: readonly ListPriceInput[]) {
  const list = await requirePriceList(ctx, id)
  const rows = await placed(ctx, prices)
  const keys = rows.map(({ productId, unitId, minQuantity }) => ({ productId, unitId, minQuantity }))
  const before = await pricesAt(ctx, id, keys)
  await sql`delete from prices r using jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
      as k ("productId" uuid, "unitId" uuid, "minQuantity" numeric)
    where r.tenant_id = ${ctx.tenantId} and r.list_id = ${id}::uuid and r.product_id = k."productId"
      and r.unit_id = k."unitId" and r.min_quantity = k."minQuantity"`.execute(ctx.db)
  const set = rows.flatMap(({ price, ...row }) => (price === null ? [] : [{ ...row, price }]))
  await insertRows(
    ctx,
    'prices',
    set.map((row) => ({ tenantId: ctx.tenantId, listId: id, ...row })),
  )
  ctx.audit({
    action: 'update',
    record: 'priceLists',
    recordId: id,
    label: list.name,
    changes: { prices: { from: before, to: rows } },
  })
  tellOfPrices(ctx, id)
  return { set: set.length, removed: rows.length - set.length }
}

/** Tells listeners and open screens that prices of a list are others. */
export function tellOfPrices(ctx: Ctx, priceListId: string): void {
  ctx.emit(pricesChanged, { priceListId })
  ctx.live({ topic: 'price-lists', id: priceListId })
}

interface PlacedPrice {
  productId: string
  unitId: string
  minQuantity: string
  price: string | null
  floor: string | null
}

async function placed(ctx: Ctx, prices: readonly ListPriceInput[]): Promise<PlacedPrice[]> {
  const units = await unitsOf(ctx, prices)
  const seen = new Set<string>()
  const faults: { path: string; code: string }[] = []
  const rows = prices.flatMap((given, index) => {
    const fault = (field: string, code: string) => faults.push({ path: `prices.${index}.${field}`, code })
    const { minQuantity, price, floor } = given
    const ofProduct = units.filter((unit) => isNamed(given, unit))
    const [first] = ofProduct
    if (!first) {
      fault(given.productId === undefined ? 'code' : 'productId', 'option')
      return []
    }
    const byBarcode = ofProduct.find(
      ({ barcode }) => barcode !== null && barcode === plainCode(given.code ?? ''),
    )
    const unitId = given.unitId ?? byBarcode?.unitId ?? first.baseUnitId
    const { productId } = first
    const key = `${productId} ${unitId} ${toMillionths(minQuantity)}`
    if (!ofProduct.some((unit) => unit.unitId === unitId)) fault('unitId', 'catalog.unitOfProduct')
    else if (seen.has(key)) fault(given.productId === undefined ? 'code' : 'productId', 'catalog.priceTwice')
    if (price !== null && floor !== null && BigInt(floor) > BigInt(price))
      fault('floor', 'catalog.floorAbovePrice')
    seen.add(key)
    return [{ productId, unitId, minQuantity, price, floor: price === null ? null : floor }]
  })
  if (faults.length > 0) throw new AppError('badInput', { status: 400, fields: faults })
  return rows
}

type UnitRow = { productId: string; code: string; unitId: string; baseUnitId: string; barcode: string | null }

/** By id, by code or by any barcode of the product. */
function isNamed({ productId, code }: ListPriceInput, unit: UnitRow): boolean {
  if (productId !== undefined) return unit.productId === productId
  const plain = plainCode(code ?? '')
  return unit.code === plain || unit.barcode === plain
}

/** The units of all products that are named. */
function unitsOf(ctx: Ctx, prices: readonly ListPriceInput[]): Promise<UnitRow[]> {
  const ids = prices.flatMap(({ productId }) => productId ?? [])
  const codes = prices.flatMap(({ code }) => (code === undefined ? [] : [plainCode(code)]))
  return ctx.db
    .selectFrom('productUnits as u')
    .innerJoin('products as p', (join) =>
      join.onRef('p.tenantId', '=', 'u.tenantId').onRef('p.id', '=', 'u.productId'),
    )
    .select(['u.productId', 'p.code', 'u.unitId', 'p.unitId as baseUnitId', 'u.barcode'])
    .where('u.tenantId', '=', ctx.tenantId)
    .where('p.deletedAt', 'is', null)
    .where(
      sql<SqlBool>`(${anyOf(sql`p.id`, ids)} or ${anyOf(sql`p.code`, codes, 'text')} or p.id in (
        select b.product_id from product_units b
        where b.tenant_id = ${ctx.tenantId} and ${anyOf(sql`b.barcode`, codes, 'text')}))`,
    )
    .execute()
}

async function pricesAt(
  ctx: Ctx,
  listId: string,
  keys: readonly Pick<PlacedPrice, 'productId' | 'unitId' | 'minQuantity'>[],
): Promise<PlacedPrice[]> {
  const rows = await ctx.db
    .selectFrom('prices')
    .select(['productId', 'unitId', 'minQuantity', 'price', 'floor'])
    .where('tenantId', '=', ctx.tenantId)
    .where('listId', '=', listId)
    .where(
      anyOf(
        sql`product_id`,
        keys.map(({ productId }) => productId),
      ),
    )
    .execute()
  const wanted = new Set(keys.map((key) => `${key.productId} ${key.unitId} ${toMillionths(key.minQuantity)}`))
  return rows
    .map((row) => ({ ...row, minQuantity: plainDecimal(row.minQuantity) }))
    .filter((row) => wanted.has(`${row.productId} ${row.unitId} ${toMillionths(row.minQuantity)}`))
}
