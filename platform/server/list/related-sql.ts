import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Filter, RelationCondition } from '../../contract/index.ts'
import { AppError } from '../errors.ts'
import type { ListSource } from './list-source.ts'

type Bool = RawBuilder<SqlBool>

const signs = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

interface Compile {
  /** As `Wording` has it. */
  each: boolean
  /** What is asked of the related records, as SQL. */
  compile: (related: ListSource, where: Filter) => Bool
}

/**
 * Rows with so many related records. Whether there is any at all is
 * asked by `exists`, which the planner may begin at either side; of more, no more are read than the comparison needs.
 * @throws AppError filter.unknownField (400), naming the relation
 */
export function relatedToSql(
  source: ListSource,
  { relation: name, count = { op: 'gte', value: 1 }, where }: RelationCondition,
  { each, compile }: Compile,
): Bool {
  const relation = source.relations?.[name]
  if (!relation) throw new AppError('filter.unknownField', { status: 400, params: { field: name } })
  const rows = relation.rows
    .clearSelect()
    .select(sql`1`.as('one'))
    .$if(where !== undefined, (qb) => qb.where(compile(relation.source, where as Filter)))
  const { op, value } = count
  const least = op === 'gt' ? value + 1 : value
  const any = each ? sql`coalesce((select true from ${rows} as any_one limit 1), false)` : sql`exists ${rows}`
  if ((op === 'gt' || op === 'gte') && least === 1) return any as Bool
  const most = op === 'lt' ? value - 1 : value
  if (most === 0 && op !== 'gt' && op !== 'gte') return sql`not ${any}`
  const counted = sql<SqlBool>`(select count(*) from ${rows.limit(value + 1)} as needed) ${sql.raw(signs[op])} ${value}`
  // Those with none are left out first, by a join: where few have any, only those are counted.
  return !each && least > 0 && (op === 'gt' || op === 'gte' || op === 'eq')
    ? sql`(exists ${rows} and ${counted})`
    : counted
}
