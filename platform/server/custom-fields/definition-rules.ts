import {
  asksRecord,
  type ConditionField,
  type ConditionRule,
  type CustomField,
  type CustomFieldInput,
  canBeUnique,
  defaultWordOf,
} from '../../contract/index.ts'
import { AppError, badField } from '../errors.ts'
import { customTypes } from './types.ts'

type Definition = Omit<CustomFieldInput, 'position'>

/**
 * What a definition must be for itself and beside the other fields of the record type, archived ones left out, and the
 * fields that all of its records have. Answers it with the default as values are stored.
 * @throws AppError badInput (400) at the part that does not fit
 */
export function checkDefinition<D extends Definition>(
  definition: D,
  others: readonly CustomField[],
  ofRecord: readonly ConditionField[],
): D {
  const { type, options, unique, showWhen } = definition
  if ((type === 'oneOf' || type === 'manyOf') && options.length === 0) throw badField('options', 'required')
  if (unique && !canBeUnique(type)) throw badField('unique', 'customFields.cannotBeUnique')
  const defaultValue = checkedDefault(definition)
  for (const [at, rule] of (showWhen?.rules ?? []).entries()) {
    const asked = asksRecord(rule)
      ? choiceOf(ofRecord.find(({ field }) => field === rule.field))
      : others.find(({ key }) => key === rule.field)
    if (!asked || rule.field === definition.key) throw badField(`showWhen.rules.${at}.field`, 'option')
    if (!fits(rule, asked)) throw badField(`showWhen.rules.${at}.values`, 'invalid')
  }
  if (isCircular(definition, others)) throw badField('showWhen', 'customFields.circular')
  return { ...definition, defaultValue }
}

function checkedDefault({ type, options, unique, defaultValue }: Definition): unknown {
  if (defaultValue === null || defaultValue === undefined || defaultValue === '') return null
  if (unique) throw badField('defaultValue', 'customFields.uniqueDefault')
  if (type === 'file') throw badField('defaultValue', 'customFields.noDefault')
  if (defaultValue === defaultWordOf(type)) return defaultValue
  const parsed = customTypes[type].schema({ options }).safeParse(defaultValue)
  if (!parsed.success) throw badField('defaultValue', 'invalid')
  return parsed.data
}

/** To a rule, a field of the record is one of many. */
const choiceOf = (field: ConditionField | undefined): Asked | undefined =>
  field && { type: 'oneOf', options: field.options }

interface Asked {
  type: CustomField['type']
  options: readonly { value: string }[]
}

const ordered: readonly CustomField['type'][] = ['number', 'money', 'duration', 'date', 'instant']

function fits({ op, values }: ConditionRule, { type, options }: Asked): boolean {
  if (op === 'filled' || op === 'empty') return values.length === 0
  if (values.length === 0) return false
  if (op === 'atLeast' || op === 'atMost') return values.length === 1 && ordered.includes(type)
  if (type === 'boolean') return values.every((value) => typeof value === 'boolean')
  if (type === 'oneOf' || type === 'manyOf')
    return values.every((value) => options.some((option) => option.value === value))
  return true
}

/** Whether following the conditions from a field leads back to it. */
function isCircular(start: Definition, others: readonly CustomField[]): boolean {
  const asks = new Map(others.map(({ key, showWhen }) => [key, askedBy(showWhen)]))
  const waiting = askedBy(start.showWhen)
  const seen = new Set<string>()
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (key === start.key) return true
    if (seen.has(key)) continue
    seen.add(key)
    waiting.push(...(asks.get(key) ?? []))
  }
  return false
}

const askedBy = (showWhen: CustomField['showWhen']): string[] =>
  showWhen?.rules.map(({ field }) => field) ?? []

/** Fields whose condition asks a field; with an option, those that ask for it. */
export const dependentsOf = (
  { key }: Pick<CustomField, 'key'>,
  others: readonly CustomField[],
  option?: string,
): CustomField[] =>
  others.filter(({ archivedAt, showWhen }) =>
    archivedAt === null
      ? showWhen?.rules.some(
          (rule) => rule.field === key && (option === undefined || rule.values.includes(option)),
        )
      : false,
  )

/** @throws AppError customFields.usedByCondition (409), naming a field that depends on this one or on its option */
export function refuseDependents(
  locale: 'fa' | 'en',
  field: Pick<CustomField, 'key'>,
  others: readonly CustomField[],
  option?: string,
): void {
  const [dependent] = dependentsOf(field, others, option)
  if (!dependent) return
  const name = locale === 'fa' ? dependent.labelFa : dependent.labelEn
  throw new AppError('customFields.usedByCondition', { status: 409, params: { name } })
}
