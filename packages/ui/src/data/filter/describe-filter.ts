import type { Format } from '../../provider/use-format.ts'
import type { DataTexts } from '../texts.ts'
import {
  type Condition,
  type Filter,
  type FilterField,
  type FilterRelation,
  isCondition,
  isDays,
  isRelation,
  type Period,
  partsOf,
  type RelationCondition,
  relationRuleOf,
} from './filter.ts'

export type FilterWords = {
  fields: readonly FilterField[]
  relations?: readonly FilterRelation[] | undefined
  t: DataTexts
  format: Pick<Format, 'date' | 'number' | 'money' | 'list' | 'digits'>
  /** Names of values that the catalogue cannot name: those chosen in this session. */
  nameOf?: ((field: FilterField, value: string) => string | undefined) | undefined
}

const SHOWN_VALUES = 3

/** The name of the field, then what is asked of it: «مسئول: علی، سارا». */
export const describeFilter = (filter: Filter, words: FilterWords): string => {
  if (isCondition(filter)) return describeCondition(filter, words)
  if (isRelation(filter)) return describeRelation(filter, words)
  const word = 'or' in filter ? words.t.or : words.t.and
  return partsOf(filter)
    .map((part) =>
      'and' in part || 'or' in part ? `(${describeFilter(part, words)})` : describeFilter(part, words),
    )
    .join(` ${word} `)
}

/** «دارای فعالیت‌ها با شرط (نوع: تماس و معوق: بله)». */
const describeRelation = ({ relation, count, where }: RelationCondition, words: FilterWords): string => {
  const { t, format } = words
  const found = words.relations?.find(({ key }) => key === relation)
  const name = found?.label ?? relation
  const rule = relationRuleOf(count)
  const counted =
    rule === 'some'
      ? t.hasRelation(name)
      : rule === 'none'
        ? t.hasNoRelation(name)
        : t.countsRelation(t.relationRules[rule], format.number(count?.value ?? 0), name)
  if (!where || !found) return counted
  return t.relationWith(counted, describeFilter(where, { ...words, fields: found.fields, relations: [] }))
}

const describeCondition = (condition: Condition, words: FilterWords): string => {
  const field = words.fields.find(({ key }) => key === condition.field)
  // A field that was deleted since the filter was saved still has to be seen, or it could not be removed.
  if (!field) return condition.field
  return `${field.label}: ${describeValue(condition, field, words)}`
}

const describeValue = ({ op, value }: Condition, field: FilterField, words: FilterWords): string => {
  const { t, format } = words
  const one = (single: unknown) => describeOne(single, field, words)
  const isTime = field.type === 'date' || field.type === 'instant'
  if (op === 'empty' || op === 'notEmpty') return t.ops[op]
  if (op === 'inPeriod') return t.periods[value as Period] ?? String(value)
  if (isDays(op)) return t[`${op}Days`](format.number(Number(value)))
  if (Array.isArray(value)) {
    if (op === 'between') return t.rangeText(one(value[0]), one(value[1]))
    const shown = value.slice(0, SHOWN_VALUES).map(one)
    const more = value.length - shown.length
    const list = [...shown, ...(more > 0 ? [t.moreValues(format.number(more))] : [])].join(t.listComma)
    return op === 'notIn' ? `${t.not} ${list}` : list
  }
  if (op === 'eq') return one(value)
  return `${(isTime && t.timeOps[op]) || t.ops[op]} ${one(value)}`
}

const describeOne = (value: unknown, field: FilterField, { t, format, nameOf }: FilterWords): string => {
  if (value === null || value === undefined || value === '') return '…'
  if (typeof value === 'boolean') return value ? t.yes : t.no
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '…'
  switch (field.type) {
    case 'date':
    case 'instant':
      return format.date(text.slice(0, 10))
    case 'number':
      return format.number(text)
    case 'money':
      return format.money(text)
    case 'text':
    case 'phone':
    case 'file':
      return `«${format.digits(text)}»`
    default:
      return (
        field.options?.find((option) => option.value === text)?.label ??
        field.nameOf?.(text) ??
        nameOf?.(field, text) ??
        text
      )
  }
}
