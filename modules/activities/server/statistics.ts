import { valueLabel } from '@peyvand/customization/server'
import { userName } from '@peyvand/identity/server'
import { partyName } from '@peyvand/parties/server'
import { type Ctx, matchingRows } from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'
import type { StatisticsQuery, StatisticsRow } from '../contract/index.ts'
import { visibleActivities } from './activity-access.ts'
import { concernsParty } from './activity-queries.ts'
import { activitySource, isOverdue } from './activity-source.ts'

type Matching = Awaited<ReturnType<typeof matchingActivities>>

const keyOf: Record<StatisticsQuery['by'], RawBuilder<string>> = {
  kind: sql`a.kind`,
  owner: sql`a.owner_id::text`,
  party: sql`t.target_id::text`,
}
const labelOf: Record<StatisticsQuery['by'], RawBuilder<string | null>> = {
  kind: sql`null::text`,
  owner: userName(sql`a.owner_id`),
  party: partyName(sql`t.target_id`),
}

/** Counts by status and by result, for each kind, customer or owner, over the activities that the caller sees. */
export async function activityStatistics(
  ctx: Ctx,
  query: StatisticsQuery,
): Promise<{ items: StatisticsRow[] }> {
  const matching = await matchingActivities(ctx, query)
  const rows = await countsByStatus(ctx, matching, query)
  const results = await countsByResult(ctx, matching, {
    by: query.by,
    keys: rows.map(({ key }) => key),
  })
  return {
    items: rows.map((row) => ({
      ...row,
      results: results
        .filter(({ key }) => key === row.key)
        .map(({ resultId, label, count }) => ({
          result: resultId ? { id: resultId, name: label ?? '' } : null,
          count,
        })),
    })),
  }
}

async function matchingActivities(ctx: Ctx, { by, kind, partyId, filter }: StatisticsQuery) {
  const rows = (await visibleActivities(ctx))
    .$if(kind !== undefined, (qb) => qb.where('a.kind', '=', kind as never))
    .$if(partyId !== undefined, (qb) => qb.where(concernsParty(ctx, [partyId as string])))
    .$if(by === 'party', (qb) =>
      qb.innerJoin('activityTargets as t', (join) =>
        join
          .onRef('t.tenantId', '=', 'a.tenantId')
          .onRef('t.activityId', '=', 'a.id')
          .on('t.targetType', '=', 'party'),
      ),
    )
  return matchingRows(ctx, await activitySource(ctx), rows, { filter })
}

function countsByStatus(
  ctx: Ctx,
  matching: Matching,
  { by, limit }: StatisticsQuery,
): Promise<Omit<StatisticsRow, 'results'>[]> {
  const count = (condition: RawBuilder<unknown>) => sql<number>`(count(*) filter (where ${condition}))::int`
  return matching
    .select([
      keyOf[by].as('key'),
      labelOf[by].as('label'),
      sql<number>`count(*)::int`.as('total'),
      count(sql`a.status = 'planned'`).as('planned'),
      count(sql`a.status = 'inProgress'`).as('inProgress'),
      count(sql`a.status = 'done'`).as('done'),
      count(sql`a.status = 'cancelled'`).as('cancelled'),
      count(isOverdue(ctx)).as('overdue'),
    ])
    .groupBy(sql`1, 2`)
    .orderBy('total', 'desc')
    .orderBy('key')
    .limit(limit)
    .execute() as Promise<Omit<StatisticsRow, 'results'>[]>
}

interface ResultCount {
  key: string
  resultId: string | null
  label: string | null
  count: number
}

function countsByResult(
  ctx: Ctx,
  matching: Matching,
  { by, keys }: { by: StatisticsQuery['by']; keys: readonly string[] },
): Promise<ResultCount[]> {
  return matching
    .select([
      keyOf[by].as('key'),
      'a.resultId',
      valueLabel(ctx, sql`a.result_id`).as('label'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .where(sql<boolean>`${keyOf[by]} = any(${sql.val([...keys])}::text[])`)
    .groupBy(sql`1, 2, 3`)
    .orderBy('count', 'desc')
    .execute() as Promise<ResultCount[]>
}
