import type { CustomField, CustomValues } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { type Format, useFormat, useUi } from '@peyvand/ui'
import { useColleagues } from '../choices/use-choices.ts'

/** The firm's own fields of a record that are filled, by name, in words. */
export function useCustomFacts(fields: readonly CustomField[], values: CustomValues) {
  const t = useT()
  const format = useFormat()
  const { locale } = useUi()
  const colleagues = useColleagues()
  const isPersian = locale === 'fa'

  const inWords = ({ type, options }: CustomField, value: unknown): string | null => {
    if (Array.isArray(value))
      return format.list(value.map((one: string) => optionLabel({ options }, one, isPersian)))
    if (typeof value === 'boolean') return t(value ? 'parties.yes' : 'parties.no')
    if (typeof value === 'number') return format.number(value)
    if (typeof value !== 'string') return null
    if (type === 'oneOf') return optionLabel({ options }, value, isPersian)
    if (type === 'user') return colleagues.find(({ id }) => id === value)?.label ?? null
    return textOf(type, value, format)
  }
  return fields.flatMap((field) => {
    const value = inWords(field, values[field.key])
    return value ? [{ label: isPersian ? field.labelFa : field.labelEn, value }] : []
  })
}

const optionLabel = (
  { options }: Pick<CustomField, 'options'>,
  value: string,
  isPersian: boolean,
): string => {
  const option = options.find((one) => one.value === value)
  return (isPersian ? option?.labelFa : option?.labelEn) ?? value
}

function textOf(type: CustomField['type'], text: string, format: Format): string | null {
  if (type === 'money') return format.money(text)
  if (type === 'date') return format.date(text)
  if (type === 'instant') return format.dateTime(text)
  if (type === 'phone') return format.phone(text)
  // Only its id is known here; the form shows which party it is.
  return type === 'party' ? null : text
}
