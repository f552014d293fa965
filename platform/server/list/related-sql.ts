import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Filter, RelationCondition } from '../../contract/index.ts'
import { AppError } from '../errors.ts'
import type { ListSource } from './list-source.ts'

type Bool = RawBuilder<SqlBool>

const signs = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

/**
 * Rows with so many related records; `compile` turns what is asked of these into SQL. Whether there is any at all is
 * asked by `exists`, which the planner may begin at either side; of more, no more are read than the comparison needs.
 * @throws AppError filter.unknownField (400), naming the relation
 */
export function relatedToSql(
  source: ListSource,
  { relation: name, count = { op: 'gte', value: 1 }, where }: RelationCondition,
  compile: (related: ListSource, where: Filter) => Bool,
): Bool {
  const relation = source.relations?.[name]
  if (!relation) throw new AppError('filter.unknownField', { status: 400, params: { field: name } })
  const rows = relation.rows
    .clearSelect()
    .select(sql`1`.as('one'))
    .$if(where !== undefined, (qb) => qb.where(compile(relation.source, where as Filter)))
  const { op, value } = count
  const least = op === 'gt' ? value + 1 : value
  if ((op === 'gt' || op === 'gte') && least === 1) return sql`exists ${rows}`
  const most = op === 'lt' ? value - 1 : value
  if (most === 0 && op !== 'gt' && op !== 'gte') return sql`not exists ${rows}`
  const counted = sql<SqlBool>`(select count(*) from ${rows.limit(value + 1)} as needed) ${sql.raw(signs[op])} ${value}`
  // Those with none are left out first, by a join: where few have any, only those are counted.
  return least > 0 && (op === 'gt' || op === 'gte' || op === 'eq')
    ? sql`(exists ${rows} and ${counted})`
    : counted
}
