import type { Condition, Filter, RelationCondition } from '../../contract/index.ts'
import { pieces, type Thing } from './testing.ts'

const daysAgo = (day: string) => Math.round((Date.parse('2026-11-22') - Date.parse(day)) / 86_400_000)

function meetsRelation(thing: Thing, { count = { op: 'gte', value: 1 }, where }: RelationCondition): boolean {
  const fitting = pieces.filter(
    (piece) => piece.thing === thing.id && (!where || meets({ ...thing, size: piece.weight }, onSize(where))),
  ).length
  return compare(count.op, fitting, count.value)
}

/** A condition on a piece's weight, asked of a thing that has it as its size. */
const onSize = (filter: Filter): Filter =>
  'or' in filter ? { or: filter.or.map(onSize) } : { ...(filter as Condition), field: 'size' }

const compare = (op: string, actual: number, value: number): boolean =>
  ({
    eq: actual === value,
    ne: actual !== value,
    gt: actual > value,
    gte: actual >= value,
    lt: actual < value,
    lte: actual <= value,
  })[op as 'eq']

/** Whether a thing is what a filter means, without asking the database. */
export function meets(thing: Thing, filter: Filter): boolean {
  if ('relation' in filter) return meetsRelation(thing, filter)
  if ('and' in filter) return filter.and.every((part) => meets(thing, part))
  if ('or' in filter) return filter.or.some((part) => meets(thing, part))
  const actual = thing[filter.field === 'own' ? 'size' : (filter.field as 'size' | 'name' | 'day')]
  const value = filter.value as number
  switch (filter.op) {
    case 'empty':
      return actual === null
    case 'notEmpty':
      return actual !== null
    case 'in':
      return (filter.value as string[]).includes(String(actual))
    case 'notIn':
      return !(filter.value as string[]).includes(String(actual))
    case 'inLast':
      return actual !== null && daysAgo(String(actual)) >= 0 && daysAgo(String(actual)) < value
    case 'notInLast':
      return actual === null || daysAgo(String(actual)) >= value
    case 'inNext':
      return actual !== null && daysAgo(String(actual)) <= 0 && daysAgo(String(actual)) > -value
    default:
      if (actual === null) return filter.op === 'ne'
      return compare(filter.op, actual as number, value)
  }
}
