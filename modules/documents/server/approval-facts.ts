import type { Ctx, Tables } from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import { type ApprovalReason, documentKinds } from '../contract/index.ts'
import type { StoredDocument } from './document-access.ts'
import { documentSettings } from './document-settings.ts'
import { approvalReasons } from './figures/approval-reasons.ts'

type Line = Pick<
  Selectable<Tables['documentLines']>,
  'gross' | 'discount' | 'belowFloor' | 'fromLineId' | 'unitPrice'
>

/** Why a document needs approval before it is issued; empty where it needs none. */
export async function reasonsFor(
  ctx: Ctx,
  document: StoredDocument,
  lines: readonly Line[],
): Promise<ApprovalReason[]> {
  const { rules } = await documentSettings(ctx)
  if (rules.length === 0) return []
  const prices = await issuedPrices(ctx, lines)
  return approvalReasons(rules, {
    kind: document.kind,
    totalRial: BigInt(document.totalRial ?? 0),
    lines: lines.map(({ gross, discount, belowFloor, fromLineId, unitPrice }) => {
      const before = fromLineId === null ? undefined : prices.get(fromLineId)
      return {
        gross: BigInt(gross),
        discount: BigInt(discount),
        belowFloor,
        carriedOn: before !== undefined && BigInt(unitPrice) >= BigInt(before),
      }
    }),
    owed: await owedWith(ctx, document),
  })
}

/** Unit prices of lines that were issued with their prices, by id. */
async function issuedPrices(ctx: Ctx, lines: readonly Line[]): Promise<ReadonlyMap<string, string>> {
  const ids = lines.flatMap(({ fromLineId }) => fromLineId ?? [])
  if (ids.length === 0) return new Map()
  const shown = Object.entries(documentKinds).flatMap(([kind, { prices }]) =>
    prices === 'shown' ? kind : [],
  )
  const { rows } = await sql<{ id: string; unitPrice: string }>`
    select l.id, l.unit_price from document_lines l
    join documents d on d.tenant_id = l.tenant_id and d.id = l.document_id
    where l.tenant_id = ${ctx.tenantId} and l.id = any(${sql.val(ids)}::uuid[])
      and d.kind = any(${sql.val(shown)}::text[]) and d.status in ('issued', 'accepted', 'done')`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ id, unitPrice }) => [id, unitPrice]))
}

/** In Rial, what was sold to the party on credit less what came back, with this document; null where it is not on credit. */
async function owedWith(
  ctx: Ctx,
  { side, settlement, partyId, totalRial }: StoredDocument,
): Promise<bigint | null> {
  if (side !== 'sales' || settlement !== 'credit') return null
  const { rows } = await sql<{ owed: string }>`
    select coalesce(sum(case kind when 'invoice' then total_rial else -total_rial end), 0)::text as owed from documents
    where tenant_id = ${ctx.tenantId} and party_id = ${partyId}::uuid and kind in ('invoice', 'creditNote')
      and status = 'issued' and settlement = 'credit'`.execute(ctx.db)
  return BigInt(rows[0]?.owed ?? 0) + BigInt(totalRial ?? 0)
}
