import type { CustomFile, ListField } from '@peyvand/platform/contract'
import type { T } from '@peyvand/platform/web'
import type { Format } from '@peyvand/ui'

/** A value of one of the firm's own fields in words. */
export function customText(value: unknown, field: ListField, format: Format, t: T): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) {
    const parts = value.flatMap((part) => customText(part, field, format, t) ?? [])
    return parts.length > 0 ? format.list(parts) : null
  }
  if (typeof value === 'boolean') return t(value ? 'parties.yes' : 'parties.no')
  if (typeof value === 'number') return format.number(value)
  if (isFile(value)) return value.name
  if (typeof value !== 'string') return null
  switch (field.type) {
    case 'money':
      return format.money(value)
    case 'date':
      return format.date(value)
    case 'instant':
      return format.dateTime(value)
    case 'phone':
      return `\u2066${format.phone(value)}\u2069`
    default: {
      const option = field.options?.[value]
      return option ? t(option) : value
    }
  }
}

const isFile = (value: unknown): value is CustomFile =>
  typeof value === 'object' && value !== null && 'name' in value
