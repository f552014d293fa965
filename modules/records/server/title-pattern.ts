import { formatDate, type Locale } from '@peyvand/persian'
import type { CustomField, CustomValues } from '@peyvand/platform/contract'

/** The fields that a pattern names: `{type} – {party}` → type, party. */
export const tokensOf = (pattern: string): string[] =>
  [...pattern.matchAll(/\{(\w+)\}/g)].map(([, token]) => token as string)

interface TitleParts {
  number: string
  party: string | null
  custom: CustomValues
  fields: readonly CustomField[]
  /** The firm's: a title is stored once for all readers. */
  locale: Locale
}

/** The title that a pattern gives; separators around what is empty go with it. Empty where nothing is filled. */
export function titleFrom(pattern: string, { number, party, custom, fields, locale }: TitleParts): string {
  const textOf = (token: string): string => {
    if (token === 'number') return number
    if (token === 'party') return party ?? ''
    const field = fields.find(({ key }) => key === token)
    return field ? shown(field, custom[token], locale) : ''
  }
  const filled = pattern.replace(/\{(\w+)\}/g, (_, token: string) => textOf(token) || empty)
  return tidy(filled).slice(0, 200)
}

const empty = '\u0000'
const separator = '[\\s–—\\-·•،,:/|()]*'

const tidy = (text: string): string =>
  text
    .replace(new RegExp(`^${separator}${empty}(${separator}${empty})*${separator}`), '')
    .replace(new RegExp(`${separator}${empty}`, 'g'), '')
    .replace(/\s+/g, ' ')
    .trim()

function shown(field: CustomField, value: unknown, locale: Locale): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  if (field.type === 'date') return formatDate(String(value), { locale })
  if (field.type !== 'oneOf') return String(value)
  const option = field.options.find((one) => one.value === value)
  return option ? (locale === 'fa' ? option.labelFa : option.labelEn) : ''
}
