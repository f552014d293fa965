import { valueLabel } from '@peyvand/customization/server'
import { addDays, averageAmount, startOfDay } from '@peyvand/persian'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { SourceYield, YieldQuery } from '../contract/index.ts'

type Sums = Omit<SourceYield, 'source' | 'costPerLead' | 'costPerCustomer'>

/**
 * What came of the leads that arrived in a period, by source, whoever sees them: counts and sums alone. Costs are those
 * of the same days; deals are those that the conversion opened.
 */
export async function sourceYield(
  ctx: Ctx,
  { from, to }: YieldQuery,
): Promise<{ items: SourceYield[]; total: Omit<SourceYield, 'source'> }> {
  const [since, until] = [startOfDay(from, ctx.timeZone), startOfDay(addDays(to, 1), ctx.timeZone)]
  const { rows } = await sql<Sums & { id: string | null; name: string | null }>`
    with arrived as (
      select coalesce(l.source_id, p.lead_source_id) as came_from, l.*
      from leads l join parties p on p.tenant_id = l.tenant_id and p.id = l.party_id and p.deleted_at is null
      where l.tenant_id = ${ctx.tenantId} and l.arrived_at >= ${since} and l.arrived_at < ${until}
    ), came as (
      select a.came_from as source_id, count(*)::int as leads,
        count(*) filter (where a.responded_at <= a.respond_by)::int as in_time,
        count(*) filter (where a.qualified_at is not null)::int as qualified,
        count(*) filter (where a.unfit_at is not null)::int as unfit,
        count(*) filter (where a.converted_at is not null)::int as converted,
        count(d.id)::int as won, coalesce(sum(d.amount), 0)::text as won_amount
      from arrived a left join deals d
        on d.tenant_id = a.tenant_id and d.id = a.deal_id and d.outcome = 'won' and d.deleted_at is null
      group by a.came_from
    ), spent as (
      select source_id, sum(amount)::text as cost from lead_source_costs
      where tenant_id = ${ctx.tenantId} and spent_on between ${from} and ${to} group by source_id
    )
    select coalesce(came.source_id, spent.source_id) as id,
      ${valueLabel(ctx, sql`coalesce(came.source_id, spent.source_id)`)} as name,
      coalesce(leads, 0) as leads, coalesce(in_time, 0) as in_time, coalesce(qualified, 0) as qualified,
      coalesce(unfit, 0) as unfit, coalesce(converted, 0) as converted, coalesce(won, 0) as won,
      coalesce(won_amount, '0') as won_amount, coalesce(cost, '0') as cost
    from came full join spent on came.source_id = spent.source_id
    order by leads desc, id`.execute(ctx.db)
  const items = rows.map(({ id, name, ...sums }) => ({
    source: id === null ? null : { id, name: name ?? '' },
    ...withAverages(ctx, sums),
  }))
  return { items, total: withAverages(ctx, items.reduce(added, none)) }
}

const none: Sums = {
  leads: 0,
  inTime: 0,
  qualified: 0,
  unfit: 0,
  converted: 0,
  won: 0,
  wonAmount: '0',
  cost: '0',
}

const plus = (a: string, b: string): string => String(BigInt(a) + BigInt(b))

const added = (a: Sums, b: Sums): Sums => ({
  leads: a.leads + b.leads,
  inTime: a.inTime + b.inTime,
  qualified: a.qualified + b.qualified,
  unfit: a.unfit + b.unfit,
  converted: a.converted + b.converted,
  won: a.won + b.won,
  wonAmount: plus(a.wonAmount, b.wonAmount),
  cost: plus(a.cost, b.cost),
})

function withAverages({ actor }: Ctx, sums: Sums): Omit<SourceYield, 'source'> {
  const costBy = (count: number) =>
    averageAmount(sums.cost, count, { unit: actor.firm.moneyUnit })?.toString() ?? null
  return { ...sums, costPerLead: costBy(sums.leads), costPerCustomer: costBy(sums.converted) }
}
