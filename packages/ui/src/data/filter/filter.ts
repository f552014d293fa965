/** Kinds of values a field can have; they decide the comparisons offered and the editor shown. */
export type FilterFieldType =
  | 'text'
  | 'number'
  | 'money'
  | 'date'
  | 'instant'
  | 'boolean'
  | 'enum'
  | 'user'
  | 'team'
  | 'party'
  | 'tags'
  | 'phone'
  | 'file'

export type FilterOp =
  | 'eq'
  | 'ne'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'between'
  | 'contains'
  | 'startsWith'
  | 'in'
  | 'notIn'
  | 'inPeriod'
  | 'inLast'
  | 'notInLast'
  | 'inNext'
  | 'empty'
  | 'notEmpty'

/** Periods seen from today; weeks, months, seasons and years are Jalali. */
export const periods = [
  'today',
  'yesterday',
  'tomorrow',
  'thisWeek',
  'lastWeek',
  'nextWeek',
  'thisMonth',
  'lastMonth',
  'nextMonth',
  'thisSeason',
  'lastSeason',
  'nextSeason',
  'thisYear',
  'lastYear',
  'nextYear',
  'thisFiscalYear',
  'lastFiscalYear',
  'last7Days',
  'last30Days',
  'last90Days',
  'last365Days',
  'next7Days',
  'next30Days',
  'past',
  'future',
] as const
export type Period = (typeof periods)[number]

export type Condition = { field: string; op: FilterOp; value?: unknown }

/** How many related records there have to be, some where it is left out. */
export type RelatedCount = { op: 'eq' | 'gt' | 'gte' | 'lt' | 'lte'; value: number }
/** «Has an overdue call»: related records that fit `where`. */
export type RelationCondition = {
  relation: string
  count?: RelatedCount | undefined
  where?: Filter | undefined
}
export type FilterGroup = { and: Filter[] } | { or: Filter[] }
export type Filter = FilterGroup | Condition | RelationCondition

export type FilterOption = { value: string; label: string }

export type FilterField = {
  key: string
  label: string
  type: FilterFieldType
  /** For `enum`, and for other choices when there are few of them. */
  options?: readonly FilterOption[]
  /** Answers a search among many; an empty text asks for the first ones. */
  loadOptions?: (text: string) => Promise<readonly FilterOption[]>
  /** Names of values chosen before, so that a saved filter can be read aloud. */
  nameOf?: (value: string) => string | undefined
}

/** Related records that a filter can ask for, with the fields of theirs. */
export type FilterRelation = { key: string; label: string; fields: readonly FilterField[] }

const text: readonly FilterOp[] = ['contains', 'eq', 'startsWith', 'empty', 'notEmpty']
const number: readonly FilterOp[] = ['eq', 'gt', 'gte', 'lt', 'lte', 'between', 'empty', 'notEmpty']
const time: readonly FilterOp[] = [
  'inPeriod',
  'inLast',
  'notInLast',
  'inNext',
  'eq',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'empty',
  'notEmpty',
]
const choice: readonly FilterOp[] = ['in', 'notIn', 'empty', 'notEmpty']

/** Comparisons offered for a type; the first is what a new condition starts with. */
export const opsOf: Record<FilterFieldType, readonly FilterOp[]> = {
  text,
  phone: text,
  // By their names.
  file: text,
  number,
  money: number,
  date: time,
  instant: time,
  boolean: ['eq'],
  enum: choice,
  user: choice,
  team: choice,
  party: choice,
  tags: choice,
}

/** Groups inside groups inside the root; deeper trees nobody can read. */
export const MAX_DEPTH = 3

export const isCondition = (filter: Filter): filter is Condition => 'field' in filter
export const isRelation = (filter: Filter): filter is RelationCondition => 'relation' in filter
export const partsOf = (filter: Filter): readonly Filter[] =>
  'and' in filter ? filter.and : 'or' in filter ? filter.or : [filter]

/** What a condition holds right after its field or comparison was chosen. */
export const startValue = (type: FilterFieldType, op: FilterOp): unknown => {
  if (op === 'empty' || op === 'notEmpty') return undefined
  if (op === 'in' || op === 'notIn') return []
  if (op === 'inPeriod') return 'thisMonth'
  if (isDays(op)) return 30
  if (op === 'between') return [null, null]
  if (type === 'boolean') return true
  return opsOf[type] === text ? '' : null
}

export const newCondition = ({ key, type }: FilterField, op: FilterOp = opsOf[type][0] ?? 'eq'): Condition =>
  withOp({ field: key, op }, type, op)

/** The condition with another comparison; the value stays when it still fits. */
export const withOp = (condition: Condition, type: FilterFieldType, op: FilterOp): Condition => {
  const value =
    shapeOf(op) === shapeOf(condition.op) && 'value' in condition ? condition.value : startValue(type, op)
  return value === undefined ? { field: condition.field, op } : { field: condition.field, op, value }
}

/** Comparisons with a number of days. */
export const isDays = (op: FilterOp): op is 'inLast' | 'notInLast' | 'inNext' =>
  op === 'inLast' || op === 'notInLast' || op === 'inNext'

/** How a count is asked in words: the two that most filters mean have names of their own. */
export const relationRules = ['some', 'none', 'gt', 'gte', 'lt', 'lte', 'eq'] as const
export type RelationRule = (typeof relationRules)[number]

export const relationRuleOf = (count: RelatedCount | undefined): RelationRule => {
  if (!count || (count.op === 'gte' && count.value === 1)) return 'some'
  return count.op === 'eq' && count.value === 0 ? 'none' : count.op
}

/** The count that a rule asks for; `some` needs none to be given. */
export const countOf = (rule: RelationRule, value: number): RelatedCount | undefined => {
  if (rule === 'some') return undefined
  return rule === 'none' ? { op: 'eq', value: 0 } : { op: rule, value }
}

const shapeOf = (op: FilterOp) => {
  if (op === 'in' || op === 'notIn') return 'many'
  if (op === 'empty' || op === 'notEmpty') return 'none'
  if (isDays(op)) return 'days'
  return op === 'between' || op === 'inPeriod' ? op : 'one'
}

const hasValue = (value: unknown) => value !== null && value !== undefined && value !== ''

/** Whether a condition says something: half-written ones are not sent. */
export const isComplete = ({ op, value }: Condition): boolean => {
  if (op === 'empty' || op === 'notEmpty') return true
  if (op === 'between') return Array.isArray(value) && value.length === 2 && value.every(hasValue)
  return Array.isArray(value) ? value.length > 0 : hasValue(value)
}

/** The tree without half-written conditions and empty groups; null when nothing is left. */
export const tidyFilter = (filter: Filter): Filter | null => {
  if (isCondition(filter)) return isComplete(filter) ? filter : null
  if (isRelation(filter)) {
    const { where, ...relation } = filter
    const tidied = where && tidyFilter(where)
    return tidied ? { ...relation, where: tidied } : relation
  }
  const parts = partsOf(filter).flatMap((part) => tidyFilter(part) ?? [])
  if (parts.length === 0) return null
  if (parts.length === 1 && parts[0]) return parts[0]
  return 'and' in filter ? { and: parts } : { or: parts }
}

/** The conditions that must all hold, as chips show them: a lone condition or `or` group is one chip. */
export const toChips = (filter: Filter | null): readonly Filter[] => {
  if (!filter) return []
  return 'and' in filter ? filter.and : [filter]
}

export const fromChips = (chips: readonly Filter[]): Filter | null => tidyFilter({ and: [...chips] })

/** The filter as a group to build in; a group of ors keeps its rule. */
export const asGroup = (filter: Filter | null): FilterGroup => {
  if (!filter) return { and: [] }
  return 'and' in filter || 'or' in filter ? filter : { and: [filter] }
}
