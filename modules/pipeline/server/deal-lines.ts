import { fromMillionths, toMillionths } from '@peyvand/catalog/server'
import { valueLabel } from '@peyvand/customization/server'
import { type Ctx, insertRows } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { DealLine } from '../contract/index.ts'
import type { PricedLine } from './price-lines.ts'
import './tables.ts'

/** The lines of a deal as they were priced when they were saved, in order. */
export async function linesOf(ctx: Ctx, dealId: string): Promise<DealLine[]> {
  const rows = await ctx.db
    .selectFrom('dealLines as l')
    .selectAll('l')
    .where('l.tenantId', '=', ctx.tenantId)
    .where('l.dealId', '=', dealId)
    .orderBy('l.position')
    .execute()
  return lineViews(ctx, rows)
}

/** Priced lines with the names of what is sold, also of what is in the recycle bin by now. */
export async function lineViews(ctx: Ctx, lines: readonly PricedLine[]): Promise<DealLine[]> {
  if (lines.length === 0) return []
  const asked = JSON.stringify(
    lines.map(({ productId, unitId }) => ({ product_id: productId, unit_id: unitId })),
  )
  const { rows } = await sql<{ product: string; unit: string | null }>`
    select p.name as product, ${valueLabel(ctx, sql.ref('a.unit_id'))} as unit
    from rows from (jsonb_to_recordset(${asked}::jsonb) as (product_id uuid, unit_id uuid)) with ordinality
      as a (product_id, unit_id, position)
    join products p on p.tenant_id = ${ctx.tenantId} and p.id = a.product_id
    order by a.position`.execute(ctx.db)
  return lines.map((line, index) => ({
    product: { id: line.productId, name: rows[index]?.product ?? '' },
    unit: { id: line.unitId, name: rows[index]?.unit ?? '' },
    configuration: line.configuration,
    quantity: trimmed(line.quantity),
    priceByHand: line.priceByHand,
    discountPercent: line.discountPercent && trimmed(line.discountPercent),
    listPrice: line.listPrice,
    unitPrice: line.unitPrice,
    net: line.net,
    needsApproval: line.needsApproval,
  }))
}

/** Makes these the deal's lines. */
export async function writeLines(ctx: Ctx, dealId: string, lines: readonly PricedLine[]): Promise<void> {
  await ctx.db
    .deleteFrom('dealLines')
    .where('tenantId', '=', ctx.tenantId)
    .where('dealId', '=', dealId)
    .execute()
  await insertRows(
    ctx,
    'dealLines',
    lines.map((line, index) => ({ tenantId: ctx.tenantId, dealId, position: index + 1, ...line })),
  )
}

/** What the audit log says of lines. */
export const loggedLines = (lines: readonly DealLine[]): string[] =>
  lines.map(({ product, quantity, unit }) => `${product.name} × ${quantity} ${unit.name}`)

/** As it was typed: the database fills decimals up with zeros. */
const trimmed = (decimal: string): string => fromMillionths(toMillionths(decimal))
