import type { Locale } from '../locale.ts'

/** «الف، ب و پ», "a, b and c". By hand because `Intl.ListFormat` adds hidden marks and a comma before «و». */
export function joinList(items: readonly string[], locale: Locale): string {
  const [comma, and] = locale === 'fa' ? ['، ', ' و '] : [', ', ' and ']
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(comma)}${and}${items.at(-1)}`
}
