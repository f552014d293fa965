import { valueLabel } from '@peyvand/customization/server'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { DocumentKind, documentKinds, type PurchasedProduct } from '../contract/index.ts'
import { visibleDocuments } from './document-access.ts'
import { ref } from './document-rows.ts'

const most = 500

interface Bought extends Omit<PurchasedProduct, 'product' | 'unit'> {
  productId: string
  productName: string
  code: string
  unitId: string | null
  unitName: string | null
}

/** What a party bought by product and unit: standing invoices less returns that the caller sees; the latest first. */
export async function purchasesOfParty(
  ctx: Ctx,
  partyId: string,
): Promise<{ items: PurchasedProduct[]; more: boolean }> {
  const signs = sql.join(
    DocumentKind.options
      .filter((kind) => documentKinds[kind].side === 'sales' && documentKinds[kind].sign !== 0)
      .map((kind) => sql`(${kind}, ${sql.lit(documentKinds[kind].sign)})`),
  )
  const seen = visibleDocuments(ctx)
    .select(['d.id', 'd.kind', 'd.issuedOn', 'd.net', 'd.netRial'])
    .where('d.partyId', '=', partyId)
    .where('d.status', '=', 'issued')
  const { rows } = await sql<Bought>`
    select l.product_id, p.name as product_name, p.code, l.unit_id, ${valueLabel(ctx, sql`l.unit_id`)} as unit_name,
      trim_scale(sum(s.sign * l.quantity))::text as quantity,
      sum(s.sign * case when d.net = 0 then 0 else round(l.net::numeric * d.net_rial / d.net) end)::text as net_rial,
      count(distinct d.id) filter (where s.sign > 0)::int as times,
      min(d.issued_on) filter (where s.sign > 0) as first_on, max(d.issued_on) filter (where s.sign > 0) as last_on,
      (array_agg(d.id order by d.issued_on desc, d.id desc) filter (where s.sign > 0))[1] as last_document_id
    from (${seen}) d
    join (values ${signs}) as s (kind, sign) on s.kind = d.kind
    join document_lines l on l.tenant_id = ${ctx.tenantId} and l.document_id = d.id
    join products p on p.tenant_id = l.tenant_id and p.id = l.product_id
    group by l.product_id, p.name, p.code, l.unit_id
    having count(*) filter (where s.sign > 0) > 0
    order by last_on desc, l.product_id limit ${most + 1}`.execute(ctx.db)
  return {
    items: rows.slice(0, most).map(({ productId, productName, code, unitId, unitName, ...sums }) => ({
      product: { id: productId, name: productName, code },
      unit: ref(unitId, unitName ?? ''),
      ...sums,
    })),
    more: rows.length > most,
  }
}
