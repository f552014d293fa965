import { asksRecord, type ConditionRule, type CustomCondition } from './custom-condition.ts'
import type { CustomField, CustomValues } from './custom-field.ts'

type Conditioned = Pick<CustomField, 'key' | 'type' | 'appliesTo' | 'showWhen'>

/**
 * The fields that a form or file shows for these values and these groups or kinds of the record, in their order. The
 * server asks the same before it misses a required one. To a condition, a field that is not shown itself is empty;
 * what it asks of the record stands among the values (`factsFor`).
 */
export function shownFields<F extends Conditioned>(
  fields: readonly F[],
  values: CustomValues,
  scopes: readonly string[],
): F[] {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  const known = new Map<string, boolean>()
  const isShown = (field: Conditioned): boolean => {
    const answered = known.get(field.key)
    if (answered !== undefined) return answered
    // Definitions are kept free of circles; were there one, its fields would stay hidden.
    known.set(field.key, false)
    const shown = concerns(field, scopes) && (!field.showWhen || holds(field.showWhen))
    known.set(field.key, shown)
    return shown
  }
  const holds = ({ match, rules }: CustomCondition) =>
    match === 'all' ? rules.every(ruleHolds) : rules.some(ruleHolds)
  const ruleHolds = (rule: ConditionRule) => {
    if (asksRecord(rule)) return meets(rule, undefined, values[rule.field] ?? null)
    const field = byKey.get(rule.field)
    return meets(rule, field, field && isShown(field) ? (values[rule.field] ?? null) : null)
  }
  return fields.filter(isShown)
}

/** Whether the field is for one of these groups or kinds. */
export const concerns = ({ appliesTo }: Pick<CustomField, 'appliesTo'>, scopes: readonly string[]): boolean =>
  appliesTo.length === 0 || appliesTo.some((scope) => scopes.includes(scope))

/** Whether a record of these groups or kinds must have a value, where the field is shown. */
export const isRequiredFor = (
  { required, requiredFor }: Pick<CustomField, 'required' | 'requiredFor'>,
  scopes: readonly string[],
): boolean => required && (requiredFor.length === 0 || requiredFor.some((scope) => scopes.includes(scope)))

function meets(
  { op, values }: ConditionRule,
  field: Pick<CustomField, 'type'> | undefined,
  value: unknown,
): boolean {
  if (op === 'empty') return isEmpty(value)
  if (op === 'filled') return !isEmpty(value)
  const given = Array.isArray(value) ? value : isEmpty(value) ? [] : [value]
  // What nobody touched is a «no».
  const held = field?.type === 'boolean' && given.length === 0 ? [false] : given
  if (op === 'in' || op === 'notIn')
    return held.some((one) => values.includes(one as string)) === (op === 'in')
  const [limit] = values
  if (limit === undefined || held.length === 0) return false
  const order = compare(held[0], limit, field?.type)
  return op === 'atLeast' ? order >= 0 : order <= 0
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

function compare(a: unknown, b: unknown, type: CustomField['type'] | undefined): number {
  if (type === 'number' || type === 'duration') return Number(a) - Number(b)
  const [left, right] = [String(a), String(b)]
  if (type === 'money') return orderOf(wholeNumber(left), wholeNumber(right))
  if (type === 'instant') return Date.parse(left) - Date.parse(right)
  return orderOf(left, right)
}

const orderOf = <V extends string | bigint>(a: V, b: V): number => (a === b ? 0 : a < b ? -1 : 1)
const wholeNumber = (text: string): bigint => (/^-?\d+$/.test(text) ? BigInt(text) : 0n)
