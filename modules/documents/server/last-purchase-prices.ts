import type { Currency } from '@peyvand/catalog/contract'
import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { DocumentLineInput } from '../contract/index.ts'
import './tables.ts'

/** Prices of one unit by `<product> <unit>`. */
export type BoughtBefore = ReadonlyMap<string, string>

interface Asked {
  partyId: string | null
  currency: Currency
  lines: readonly Pick<DocumentLineInput, 'productId'>[]
}

/** What products were last bought or ordered for: from this supplier, else from anybody. */
export async function lastPurchasePrices(
  ctx: Ctx,
  { partyId, currency, lines }: Asked,
): Promise<BoughtBefore> {
  const ids = [...new Set(lines.flatMap(({ productId }) => productId ?? []))]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ productId: string; unitId: string; listPrice: string }>`
    select distinct on (l.product_id, l.unit_id) l.product_id, l.unit_id, l.list_price
    from document_lines l join documents d on d.tenant_id = l.tenant_id and d.id = l.document_id
    where l.tenant_id = ${ctx.tenantId} and ${anyOf(sql`l.product_id`, ids)}
      and d.kind in ('purchaseOrder', 'purchaseInvoice') and d.status in ('issued', 'done')
      and d.currency = ${currency}
    order by l.product_id, l.unit_id, (d.party_id is not distinct from ${partyId}::uuid) desc, d.issued_on desc, d.id desc`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ productId, unitId, listPrice }) => [`${productId} ${unitId}`, listPrice]))
}
