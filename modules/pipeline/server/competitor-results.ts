import { valueLabel } from '@peyvand/customization/server'
import { partyName } from '@peyvand/parties/server'
import type { ListQuery } from '@peyvand/platform/contract'
import { type Ctx, matchingRows, planByValues } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { CompetitorResult } from '../contract/index.ts'
import { visibleDeals } from './deal-access.ts'
import { dealSource } from './deal-source.ts'
import './tables.ts'

const mostCompetitors = 200

interface Row {
  id: string
  name: string
  wonCount: number
  wonAmount: string
  lostCount: number
  lostAmount: string
  goneCount: number
  goneAmount: string
}

/**
 * How closed deals ended that competitors wanted too, of those that the caller sees and a filter leaves; who was met
 * most often first. A deal that several wanted counts for each of them.
 */
export async function competitorResults(
  ctx: Ctx,
  query: Pick<ListQuery, 'filter' | 'q'>,
): Promise<CompetitorResult[]> {
  const closed = matchingRows(
    ctx,
    await dealSource(ctx),
    visibleDeals(ctx)
      .where('d.closedAt', 'is not', null)
      .select(['d.id', 'd.outcome', 'd.amount', 'd.lostToId', 'd.lostReasonId']),
    query,
  )
  const { rows } = await planByValues(ctx, () =>
    sql<Row>`
      with closed as (${closed}),
      ended as (
        select c.party_id, e.amount,
          case when e.outcome = 'won' then 'won' when e.lost_to_id = c.party_id then 'lost' else 'gone' end as how
        from closed e join deal_competitors c on c.tenant_id = ${ctx.tenantId} and c.deal_id = e.id)
      select party_id as id, coalesce(${partyName(sql`ended.party_id`)}, '') as name,
        ${score('won')}, ${score('lost')}, ${score('gone')}
      from ended group by party_id order by count(*) desc, party_id limit ${mostCompetitors}`.execute(ctx.db),
  )
  const reasons = await reasonsOf(ctx, closed)
  return rows.map((row) => ({
    competitor: { id: row.id, name: row.name },
    won: { count: row.wonCount, amount: row.wonAmount },
    lost: { count: row.lostCount, amount: row.lostAmount },
    gone: { count: row.goneCount, amount: row.goneAmount },
    reasons: reasons.get(row.id) ?? [],
  }))
}

type Reasons = CompetitorResult['reasons']

/** Why deals were lost to each competitor, the most frequent first. */
async function reasonsOf(ctx: Ctx, closed: ReturnType<typeof matchingRows>): Promise<Map<string, Reasons>> {
  const { rows } = await planByValues(ctx, () =>
    sql<{ lostToId: string; id: string; name: string | null; count: number }>`
      with closed as (${closed})
      select lost_to_id, lost_reason_id as id, ${valueLabel(ctx, sql`closed.lost_reason_id`)} as name,
        count(*)::int as count
      from closed where lost_to_id is not null and lost_reason_id is not null
      group by lost_to_id, lost_reason_id order by count(*) desc, lost_reason_id`.execute(ctx.db),
  )
  const byCompetitor = new Map<string, Reasons>()
  for (const { lostToId, id, name, count } of rows)
    byCompetitor.set(lostToId, [
      ...(byCompetitor.get(lostToId) ?? []),
      { reason: { id, name: name ?? '' }, count },
    ])
  return byCompetitor
}

const score = (how: 'won' | 'lost' | 'gone') =>
  sql`(count(*) filter (where how = ${sql.lit(how)}))::int as ${sql.ref(`${how}_count`)},
    coalesce(sum(amount) filter (where how = ${sql.lit(how)}), 0)::bigint as ${sql.ref(`${how}_amount`)}`
