import { addDays, instantAt, localDate } from '@peyvand/persian'
import { type Ctx, matchingRows, planByValues } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type BoardQuery, isRunning, type StageSums } from '../contract/index.ts'
import { visibleDeals } from './deal-access.ts'
import { dealSource } from './deal-source.ts'
import { requirePipeline } from './pipelines.ts'
import { stageRows } from './stages.ts'

/**
 * Counts and sums of the running deals of a pipeline that the caller sees and a filter leaves, by stage, in one query.
 * @throws AppError pipeline.notFound (404)
 */
export async function boardSums(ctx: Ctx, { pipelineId, ...query }: BoardQuery): Promise<StageSums[]> {
  await requirePipeline(ctx, pipelineId)
  const now = sql`${ctx.now().toISOString()}::timestamptz`
  const midnight = instantAt(addDays(localDate(ctx.now(), ctx.timeZone), 1), '00:00', ctx.timeZone)
  const tomorrow = sql`${midnight}::timestamptz`
  const rows = matchingRows(
    ctx,
    await dealSource(ctx),
    visibleDeals(ctx)
      .where('d.pipelineId', '=', pipelineId)
      // As a literal, so that the index of running deals is known to have them all.
      .where(sql<boolean>`d.outcome in ('open', 'hold')`)
      .select([
        'd.stageId',
        sql<number>`count(*)::int`.as('count'),
        sql<number>`count(*) filter (where d.next_follow_up_at < ${now})::int`.as('overdue'),
        sql<number>`count(*) filter (
          where d.next_follow_up_at >= ${now} and d.next_follow_up_at < ${tomorrow})::int`.as('today'),
        sql<number>`count(*) filter (where d.next_follow_up_at is null)::int`.as('unplanned'),
        sql<string>`coalesce(sum(d.amount), 0)::bigint`.as('amount'),
      ])
      .groupBy('d.stageId'),
    query,
  )
  const sums = new Map((await planByValues(ctx, () => rows.execute())).map((row) => [row.stageId, row]))
  return (await stageRows(ctx, [pipelineId]))
    .filter(({ outcome }) => isRunning(outcome))
    .map(({ id, probability }) => {
      const of = sums.get(id) ?? { count: 0, overdue: 0, today: 0, unplanned: 0, amount: '0' }
      return { ...of, stageId: id, weighted: weighted(of.amount, probability) }
    })
}

/** An amount by a probability, rounded down to a whole Rial. */
export const weighted = (amount: string, percent: number): string =>
  ((BigInt(amount) * BigInt(percent)) / 100n).toString()
