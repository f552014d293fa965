import { sql } from 'kysely'
import type { Condition, Filter, RelationCondition } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { estimate } from './estimate.ts'
import { filterToSql, isTextSearch, relatedRows } from './filter-sql.ts'
import type { AnyQuery } from './find-page.ts'
import type { ListSource } from './list-source.ts'
import { isNone } from './related-sql.ts'
import type { Wording } from './wording.ts'

interface Weighed {
  source: ListSource
  rows: AnyQuery<unknown>
  filter: Filter | undefined
  /** So many matches are wanted. */
  limit: number
}

/** Of so many rows the texts of each are looked at sooner than those of all records. */
const fewVisible = 50_000
/** About a second. */
const longCost = 2_000_000
/** One row after another takes longer than the planner thinks. */
const eachFactor = 2

/**
 * The wording that finds the first matches soonest: with the records that can hold a text, and asking for related
 * records in the way that costs less.
 */
export async function weighFilter(
  ctx: Ctx,
  { source, rows, filter, limit }: Weighed,
): Promise<Pick<Wording, 'askEach' | 'holders'>> {
  if (!filter) return {}
  const conditions = conditionsOf(filter)
  const holders = new Map<Condition, readonly string[]>()
  const askEach = new Set<Condition | RelationCondition>()
  const visible = once(async () => (await estimate(ctx, onesOf(rows))).rows)
  for (const condition of conditions) {
    if ('relation' in condition) {
      // Where the relation has so few records, most rows have none.
      if (!isNone(condition)) continue
      const related = onesOf(relatedRows(ctx, source, condition))
      if (2 * (await estimate(ctx, related)).rows < (await visible())) askEach.add(condition)
    } else if (isTextSearch(condition)) {
      const ids = await source.columns[condition.field]?.holders?.(condition.value)
      if (ids) holders.set(condition, ids)
      else if ((await visible()) < fewVisible) askEach.add(condition)
    }
  }
  const several = conditions.filter((condition) => 'relation' in condition && !isNone(condition))
  if (several.length === 0) return { holders, askEach }
  const costOf = async (asked: typeof several, most: number | null) => {
    const wording = { holders, askEach: new Set([...askEach, ...asked]) }
    const ones = onesOf(rows.where(filterToSql(ctx, source, filter, wording)))
    return (await estimate(ctx, most === null ? ones : ones.limit(most))).cost
  }
  // The planner does not know how rare matches are. That all rows are looked at is the safe assumption, until to count
  // for all of them is sure to take long.
  const forAll = await costOf([], null)
  const isDearer = async (most: number | null) => eachFactor * (await costOf(several, most)) > forAll
  const isEach = !(await isDearer(null)) || (forAll > longCost && !(await isDearer(limit)))
  return { holders, askEach: isEach ? new Set([...askEach, ...several]) : askEach }
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => (answer ??= ask())
}

const onesOf = (rows: AnyQuery<unknown>) => rows.clearSelect().select(sql`1`.as('one'))

function conditionsOf(filter: Filter): (Condition | RelationCondition)[] {
  if ('and' in filter) return filter.and.flatMap(conditionsOf)
  if ('or' in filter) return filter.or.flatMap(conditionsOf)
  return [filter]
}
