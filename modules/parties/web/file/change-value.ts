import type { Format } from '@peyvand/ui'

type Words = { yes: string; no: string }

/** A stored value of the change log in words; null where there was none. */
export function changeValue(value: unknown, format: Format, words: Words): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return format.number(value)
  if (typeof value === 'string') return stringValue(value, format)
  if (Array.isArray(value)) {
    const parts = value.flatMap((part) => changeValue(part, format, words) ?? [])
    return parts.length > 0 ? format.list(parts) : null
  }
  return objectValue(value as Record<string, unknown>, format, words)
}

const day = /^\d{4}-\d{2}-\d{2}$/
const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/
const phone = /^\+\d{8,15}$/

const stringValue = (text: string, format: Format): string => {
  if (day.test(text)) return format.date(text)
  if (moment.test(text)) return format.dateTime(text)
  // Isolated, because it stands among Persian words.
  if (phone.test(text)) return `\u2066${format.phone(text)}\u2069`
  return text
}

/** Rows of lists: what names them, else their texts. */
const objectValue = (row: Record<string, unknown>, format: Format, words: Words): string | null => {
  const naming = row['value'] ?? row['name'] ?? row['label']
  if (naming !== undefined && naming !== null) return changeValue(naming, format, words)
  const parts = Object.entries(row)
    .filter(([key, part]) => key !== 'id' && typeof part === 'string' && part !== '')
    .map(([, part]) => part as string)
  return parts.length > 0 ? format.list(parts) : null
}
