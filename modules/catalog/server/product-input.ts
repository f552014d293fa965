import { isValueInUse } from '@peyvand/customization/server'
import { cleanCode, cleanText, searchKey, toLatinDigits } from '@peyvand/persian'
import { AppError, anyOf, badField, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { CreateProduct } from '../contract/index.ts'
import './tables.ts'

/** Codes are kept with Latin digits and without marks that nobody sees. */
export const plainCode = (text: string): string => cleanCode(toLatinDigits(text))

/** A written line, or null where nothing is left of it. */
export const lineOrNull = (text: string | null): string | null => (text && cleanText(text)) || null

interface Searched {
  code: string
  name: string
  nameLatin: string | null
  taxCode: string | null
  barcode: string | null
  units: readonly { barcode: string | null }[]
}

/** What the search looks in. */
export const productSearch = ({ code, name, nameLatin, taxCode, barcode, units }: Searched): string =>
  searchKey(
    [code, name, nameLatin, taxCode, barcode, ...units.map((unit) => unit.barcode)].filter(Boolean).join(' '),
  )

/** @throws AppError badInput (400) at `unitId` or `units.<index>.unitId` */
export async function requireUnits(
  ctx: Ctx,
  { unitId, units }: Pick<CreateProduct, 'unitId' | 'units'>,
  present: readonly string[] = [],
): Promise<void> {
  const given = [['unitId', unitId], ...units.map((one, index) => [`units.${index}.unitId`, one.unitId])] as [
    string,
    string,
  ][]
  for (const [path, id] of given)
    if (!present.includes(id) && !(await isValueInUse(ctx, 'units', id))) throw badField(path, 'option')
}

/** @throws AppError badInput (400) at `groupId` */
export async function requireProductGroup(ctx: Ctx, id: string | null): Promise<void> {
  if (id === null) return
  const found = await ctx.db
    .selectFrom('productGroups')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw badField('groupId', 'option')
}

/** Parts are products that are no bundles themselves. @throws AppError badInput (400) at `parts.<index>.productId` */
export async function requireParts(
  ctx: Ctx,
  parts: CreateProduct['parts'],
  bundleId: string | null = null,
): Promise<void> {
  if (parts.length === 0) return
  const ids = parts.map(({ productId }) => productId)
  const rows = await ctx.db
    .selectFrom('products')
    .select(['id', 'kind'])
    .where('tenantId', '=', ctx.tenantId)
    .where('deletedAt', 'is', null)
    .where(anyOf(sql`id`, ids))
    .execute()
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]))
  for (const [index, id] of ids.entries()) {
    if (!kinds.has(id)) throw badField(`parts.${index}.productId`, 'option')
    if (kinds.get(id) === 'bundle' || id === bundleId)
      throw badField(`parts.${index}.productId`, 'catalog.bundleInBundle')
  }
}

/** Whoever gives out codes and barcodes of the firm's products waits for others who do. */
export const lockCodes = (ctx: Ctx) =>
  sql`select pg_advisory_xact_lock(hashtext('catalog.codes'), ${ctx.tenantId})`.execute(ctx.db)

/** A code of the bin is taken too. @throws AppError catalog.codeTaken (409) at `code` */
export async function requireFreeCode(ctx: Ctx, code: string, except?: string): Promise<void> {
  await lockCodes(ctx)
  const found = await ctx.db
    .selectFrom('products')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('code', '=', code)
    .executeTakeFirst()
  if (found && found.id !== except) throw taken('code', 'catalog.codeTaken', code)
}

/** @throws AppError catalog.barcodeTaken (409) at `barcode` or `units` */
export async function requireFreeBarcodes(
  ctx: Ctx,
  { barcode, units }: { barcode: string | null; units: readonly { barcode: string | null }[] },
  except?: string,
): Promise<void> {
  const all = [barcode, ...units.map((one) => one.barcode)].filter((code) => code !== null)
  if (all.length === 0) return
  const twice = all.find((code, index) => all.indexOf(code) < index)
  if (twice) throw taken('units', 'catalog.barcodeTaken', twice)
  await lockCodes(ctx)
  const rows = await ctx.db
    .selectFrom('productUnits')
    .select(['barcode', 'productId'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`barcode`, all, 'text'))
    .execute()
  const other = rows.find(({ productId }) => productId !== except)
  if (other)
    throw taken(other.barcode === barcode ? 'barcode' : 'units', 'catalog.barcodeTaken', other.barcode)
}

const taken = (path: string, code: string, value: string | null) =>
  new AppError(code, { status: 409, params: { value }, fields: [{ path, code, params: { value } }] })
