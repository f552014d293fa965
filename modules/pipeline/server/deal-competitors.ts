import { partyName } from '@peyvand/parties/server'
import { type Ctx, insertRows } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { DealCompetitor, DealCompetitorInput } from '../contract/index.ts'
import './tables.ts'

/** Who wants the same deal, in the order that the deal has them. */
export async function competitorsOf(ctx: Ctx, dealId: string): Promise<DealCompetitor[]> {
  const rows = await ctx.db
    .selectFrom('dealCompetitors as c')
    .select(['c.partyId as id', 'c.price', 'c.note', partyName(sql`c.party_id`).as('name')])
    .where('c.tenantId', '=', ctx.tenantId)
    .where('c.dealId', '=', dealId)
    .orderBy('c.position')
    .orderBy('c.partyId')
    .execute()
  return rows.map(({ name, ...row }) => ({ ...row, name: name ?? '' }))
}

/** Makes these the deal's competitors. */
export async function writeCompetitors(
  ctx: Ctx,
  dealId: string,
  competitors: readonly DealCompetitorInput[],
): Promise<void> {
  await ctx.db
    .deleteFrom('dealCompetitors')
    .where('tenantId', '=', ctx.tenantId)
    .where('dealId', '=', dealId)
    .execute()
  await insertRows(
    ctx,
    'dealCompetitors',
    competitors.map((one, index) => ({ tenantId: ctx.tenantId, dealId, position: index + 1, ...one })),
  )
}

/** Who got a deal is one of those that wanted it. */
export async function addCompetitors(
  ctx: Ctx,
  winners: readonly { dealId: string; partyId: string }[],
): Promise<void> {
  if (winners.length === 0) return
  await sql`insert into deal_competitors (tenant_id, deal_id, party_id, position)
    select ${ctx.tenantId}, w."dealId", w."partyId", coalesce((select max(c.position) from deal_competitors c
      where c.tenant_id = ${ctx.tenantId} and c.deal_id = w."dealId"), 0) + 1
    from jsonb_to_recordset(${JSON.stringify(winners)}::jsonb) as w("dealId" uuid, "partyId" uuid)
    on conflict do nothing`.execute(ctx.db)
}
