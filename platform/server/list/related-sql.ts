import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { RelationCondition } from '../../contract/index.ts'
import { AppError } from '../errors.ts'
import type { AnyQuery } from './find-page.ts'
import type { ListRelation, ListSource } from './list-source.ts'

type Bool = RawBuilder<SqlBool>

const signs = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

/** @throws AppError filter.unknownField (400), naming the relation */
export function relationOf(
  { relations }: ListSource,
  { relation: name }: Pick<RelationCondition, 'relation'>,
): ListRelation {
  const relation = relations?.[name]
  if (!relation) throw new AppError('filter.unknownField', { status: 400, params: { field: name } })
  return relation
}

interface Related {
  /** The id of the asking record. */
  id: RawBuilder<unknown>
  /** All related records that fit, whomever they belong to. */
  rows: AnyQuery<unknown>
  of: RawBuilder<unknown>
  /** As `Wording` has them. */
  each: boolean
  askEach: boolean
}

/** Whether a condition asks for records that have no such related one. */
export const isNone = ({ count }: RelationCondition): boolean =>
  count !== undefined &&
  (count.op === 'lt' ? count.value === 1 : count.value === 0 && (count.op === 'eq' || count.op === 'lte'))

/** How many related ones a record has at least where it meets the condition. */
export function leastOf({ count = { op: 'gte', value: 1 } }: RelationCondition): number {
  if (count.op === 'gt') return count.value + 1
  return count.op === 'gte' || count.op === 'eq' ? count.value : 0
}

/**
 * Records with so many related ones. Whether there is any at all is asked by `exists`, which the planner may begin at
 * either side. To have several they are counted once for all records; asked of each record, no more are read than the
 * comparison needs.
 */
export function relatedToSql(condition: RelationCondition, related: Related): Bool {
  const { id, rows, of, each, askEach } = related
  const { op, value } = condition.count ?? { op: 'gte', value: 1 }
  const ones = rows.clearSelect().select(sql`1`.as('one')).where(sql<SqlBool>`${of} = ${id}`)
  const oneOf = sql`coalesce((select true from ${ones} as ones limit 1), false)`
  if (isNone(condition)) return each || askEach ? sql`not ${oneOf}` : sql`not exists ${ones}`
  if (op === 'gte' && value === 0) return sql`true`
  if ((op === 'gt' && value === 0) || (op === 'gte' && value === 1))
    return each ? sql`${oneOf}` : sql`exists ${ones}`
  const compared = sql`${sql.raw(signs[op])} ${value}`
  if (each || askEach || op === 'lt' || op === 'lte')
    return sql`(select count(*) from ${ones.limit(value + 1)} as needed) ${compared}`
  const several = rows
    .clearSelect()
    .select(of.as('of'))
    .groupBy(of as never)
    .having(sql<SqlBool>`count(*) ${compared}`)
  return sql`${id} in ${several}`
}
