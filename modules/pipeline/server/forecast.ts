import { localDate } from '@peyvand/persian'
import type { ListQuery } from '@peyvand/platform/contract'
import { type Ctx, matchingRows, planByValues } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { ForecastColumn } from '../contract/index.ts'
import { weighted } from './board-sums.ts'
import { visibleDeals } from './deal-access.ts'
import { dealSource } from './deal-source.ts'
import { forecastSpans } from './forecast-spans.ts'
import { requirePipeline } from './pipelines.ts'
import { stageRows } from './stages.ts'

interface Sum {
  /** Which span; null of deals without a day. */
  slot: number | null
  stageId: string
  count: number
  amount: string
}

/**
 * Counts and sums of the running deals of a pipeline that the caller sees and a filter leaves, by Jalali month of
 * expected close, in one query.
 * @throws AppError pipeline.notFound (404)
 */
export async function forecast(
  ctx: Ctx,
  { pipelineId, ...query }: Pick<ListQuery, 'filter' | 'q'> & { pipelineId: string },
): Promise<ForecastColumn[]> {
  await requirePipeline(ctx, pipelineId)
  const spans = forecastSpans(localDate(ctx.now(), ctx.timeZone))
  const begins = spans.flatMap(({ from }) => from ?? [])
  const slot = sql<number | null>`width_bucket(d.expected_close_on, ${sql.val(begins)}::date[])`
  const rows = matchingRows(
    ctx,
    await dealSource(ctx),
    visibleDeals(ctx)
      .where('d.pipelineId', '=', pipelineId)
      .where(sql<boolean>`d.outcome in ('open', 'hold')`)
      .select([
        slot.as('slot'),
        'd.stageId',
        sql<number>`count(*)::int`.as('count'),
        sql<string>`coalesce(sum(d.amount), 0)::bigint`.as('amount'),
      ])
      .groupBy([sql`1`, 'd.stageId']),
    query,
  )
  const sums: Sum[] = await planByValues(ctx, () => rows.execute())
  const percents = new Map(
    (await stageRows(ctx, [pipelineId])).map(({ id, probability }) => [id, probability]),
  )
  const columnOf = (of: number | null): Pick<ForecastColumn, 'count' | 'amount' | 'weighted'> => {
    const found = sums.filter((sum) => sum.slot === of)
    const total = (value: (sum: Sum) => string) =>
      String(found.reduce((all, sum) => all + BigInt(value(sum)), 0n))
    return {
      count: found.reduce((all, { count }) => all + count, 0),
      amount: total(({ amount }) => amount),
      weighted: total(({ amount, stageId }) => weighted(amount, percents.get(stageId) ?? 0)),
    }
  }
  return [
    ...spans.map((span, index) => ({ ...span, ...columnOf(index) })),
    { kind: 'none', from: null, to: null, ...columnOf(null) },
  ]
}
