import type { ConditionOp, ConditionRule, CustomCondition, CustomField } from '@peyvand/platform/contract'
import type { T } from '@peyvand/platform/web'
import type { Format } from '@peyvand/ui'
import type { AskedField } from './asked-fields.ts'

/** What can be asked of a field of a type, the usual first. */
export function opsOf(type: CustomField['type']): readonly ConditionOp[] {
  switch (type) {
    case 'boolean':
      return ['in']
    case 'longText':
    case 'party':
    case 'file':
      return ['filled', 'empty']
    case 'number':
    case 'money':
    case 'duration':
    case 'date':
    case 'instant':
      return ['atLeast', 'atMost', 'filled', 'empty']
    default:
      return ['in', 'notIn', 'filled', 'empty']
  }
}

export const takesValue = (op: ConditionOp): boolean => op !== 'filled' && op !== 'empty'

interface Words {
  t: T
  format: Format
  locale: 'fa' | 'en'
  fields: readonly AskedField[]
}

/** A condition in plain words: «نوع» یکی از «عمده» باشد. */
export function conditionWords({ match, rules }: CustomCondition, words: Words): string {
  const { t } = words
  const sentences = rules.map((rule) => ruleWords(rule, words))
  return sentences.join(t(match === 'all' ? 'customization.ui.fields.and' : 'customization.ui.fields.or'))
}

function ruleWords({ field: key, op, values }: ConditionRule, { t, format, locale, fields }: Words): string {
  const field = fields.find((one) => one.key === key)
  const name = field ? (locale === 'fa' ? field.labelFa : field.labelEn) : key
  const said = values.map((value) => valueWords(field, value, { t, format, locale }))
  const shown = new Intl.ListFormat(locale, { type: 'disjunction' }).format(said)
  return t(`customization.ui.fields.when.${op}`, { name, values: shown })
}

function valueWords(
  field: AskedField | undefined,
  value: string | number | boolean,
  { t, format, locale }: Omit<Words, 'fields'>,
): string {
  if (typeof value === 'boolean') return t(value ? 'customization.ui.yes' : 'customization.ui.no')
  const option = field?.options.find((one) => one.value === value)
  if (option) return locale === 'fa' ? option.labelFa : option.labelEn
  if (typeof value === 'number') return format.number(value)
  if (field?.type === 'money') return format.money(value)
  if (field?.type === 'date') return format.date(value)
  if (field?.type === 'instant') return format.dateTime(value)
  return value
}
