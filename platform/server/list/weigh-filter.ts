import { type SqlBool, sql } from 'kysely'
import type { Condition, Filter, RelationCondition } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { estimate } from './estimate.ts'
import { filterToSql, isTextSearch, relatedRows } from './filter-sql.ts'
import type { AnyQuery } from './find-page.ts'
import type { ListRelation, ListSource } from './list-source.ts'
import { isNone, leastOf, relationOf } from './related-sql.ts'
import type { Wording } from './wording.ts'

interface Weighed {
  source: ListSource
  rows: AnyQuery<unknown>
  filter: Filter | undefined
  /** Whether a search narrows the rows further, by how much nobody knows beforehand. */
  searched: boolean
}

/**
 * As many matches as this are read whole, which counts them exactly and sorts them in whatever order is wanted. Of
 * more than these the first of an order stand so close together in its index that they are found there.
 */
const readWhole = 5000
/** Where each match costs the counting of its related records. */
const readCounted = 2000
/** Where records are asked one after another until enough match: a page of those is found much sooner than all of them. */
const readAsked = 1000
/**
 * Where each match costs a look into another table, of so many records in sight one: of as many matches the first page
 * stands among ten thousand records of its index.
 */
const perElsewhere = 200
/** Where so many times more are expected: the more of them there are, the nearer is the first page in its index. */
const manyTimes = 3
const readOfMany = 1500

/** Of so many rows the texts of each are looked at sooner than those of all records. */
const fewVisible = 50_000
/** One row in so many matches what is not rare. */
const commonPart = 10
/** About a second. */
const longCost = 2_000_000
/** One row after another takes longer than the planner thinks. */
const eachFactor = 2

interface Weighing extends Pick<Wording, 'askEach' | 'holders'> {
  /** So many matches are worth to be read whole. */
  whole: number
  /** Whether nothing is asked of all records at once, so that disjoint parts of the list read no more than the whole. */
  inParts: boolean
  /** How many matches the planner expects, where it can know. */
  expected?: number
}

/**
 * The wording that finds the first matches soonest: with the records that can hold a text or have enough related ones,
 * and asking for related records in the way that costs less.
 */
export async function weighFilter(ctx: Ctx, { source, rows, filter, searched }: Weighed): Promise<Weighing> {
  if (!filter) return { whole: readWhole, inParts: true }
  const conditions = conditionsOf(filter)
  const several: RelationCondition[] = []
  const holders = new Map<Condition | RelationCondition, readonly string[]>()
  const askEach = new Set<Condition | RelationCondition>()
  const visible = once(async () => (await estimate(ctx, onesOf(rows))).rows)
  for (const condition of conditions) {
    if ('relation' in condition) {
      if (!isNone(condition)) {
        const ids = await havingEnough(relationOf(source, condition), leastOf(condition))
        if (ids) holders.set(condition, ids)
        else several.push(condition)
        continue
      }
      // Where the relation has so few records, most rows have none.
      const related = onesOf(relatedRows(ctx, source, condition))
      if (2 * (await estimate(ctx, related)).rows < (await visible())) askEach.add(condition)
    } else if (isTextSearch(condition)) {
      const ids = await source.columns[condition.field]?.holders?.(condition.value)
      if (ids) holders.set(condition, ids)
      else if ((await visible()) < fewVisible) askEach.add(condition)
    }
  }
  for (const condition of holders.keys()) if ('relation' in condition) askEach.add(condition)
  const valued = conditions.filter((condition) => isElsewhere(source, condition) && !isTextSearch(condition))
  if (valued.length > 0 && (await visible()) < fewVisible) {
    const matching = onesOf(rows.where(filterToSql(ctx, source, filter, { holders, askEach })))
    // The values of the few are looked up sooner than the records of very many values.
    if (commonPart * (await estimate(ctx, matching)).rows > (await visible()))
      for (const condition of valued) askEach.add(condition)
  }
  const mostOfVisible = async () => Math.round((await visible()) / perElsewhere)
  const wholeElsewhere =
    valued.length > 0 ? Math.min(readWhole, Math.max(readAsked, await mostOfVisible())) : readWhole
  const weighed = (asked: ReadonlySet<Condition | RelationCondition>) => ({
    holders,
    askEach: asked,
    whole: [...several, ...valued].some((condition) => asked.has(condition))
      ? readAsked
      : several.some((condition) => leastOf(condition) > 1)
        ? readCounted
        : wholeElsewhere,
    inParts: conditions.every((condition) => asked.has(condition) && !holders.has(condition)),
  })
  if (!searched && conditions.every((condition) => isForeseeable(source, condition))) {
    const expected = (await estimate(ctx, onesOf(rows.where(filterToSql(ctx, source, filter))))).rows
    const isMany = expected > manyTimes * readWhole
    return { ...weighed(askEach), expected, ...(isMany && { whole: readOfMany }) }
  }
  if (several.length === 0) return weighed(askEach)
  const costOf = async (asked: typeof several, most: number | null) => {
    const wording = { holders, askEach: new Set([...askEach, ...asked]) }
    const ones = onesOf(rows.where(filterToSql(ctx, source, filter, wording)))
    return (await estimate(ctx, most === null ? ones : ones.limit(most))).cost
  }
  // The planner does not know how rare matches are. That all rows are looked at is the safe assumption, until to count
  // for all of them is sure to take long.
  const forAll = await costOf([], null)
  const isDearer = async (most: number | null) => eachFactor * (await costOf(several, most)) > forAll
  const isEach = !(await isDearer(null)) || (forAll > longCost && !(await isDearer(readCounted)))
  return weighed(isEach ? new Set([...askEach, ...several]) : askEach)
}

/** The planner has statistics of columns, but not of texts, and none of one own field among all that share a table. */
const isForeseeable = (source: ListSource, condition: Condition | RelationCondition): boolean =>
  'field' in condition && !isTextSearch(condition) && !isElsewhere(source, condition)

const isElsewhere = (
  { columns }: ListSource,
  condition: Condition | RelationCondition,
): condition is Condition => 'field' in condition && columns[condition.field]?.elsewhere !== undefined

/** The records that have so many related ones, seen or not; null where they are too many to be named. */
async function havingEnough({ all }: ListRelation, least: number): Promise<readonly string[] | null> {
  if (!all || least < 2) return null
  const found = await all.rows
    .clearSelect()
    .select(sql<string>`${all.of}`.as('id'))
    .groupBy(all.of as never)
    .having(sql<SqlBool>`count(*) >= ${least}`)
    .limit(readWhole + 1)
    .execute()
  const ids = (found as { id: string }[]).map(({ id }) => id)
  return ids.length > readWhole ? null : ids
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
