import { formatMonth, seasonNames, seasonOfMonth, toJalali } from '@peyvand/persian'
import { type Format, useFormat, useUi } from '@peyvand/ui'
import { type DataTexts, type FilterField, useDataTexts } from '@peyvand/ui/data'
import type { Aggregate, AnyRoute, Filter, ListField, ListSummary, TimeUnit } from '../../contract/index.ts'
import { useRoute } from '../query.ts'
import { aggregatesText } from './use-list-state.ts'

interface AskSummary {
  /** A list without one has no groups and footers. */
  route: AnyRoute | undefined
  filter: Filter | null
  q: string
  groupBy: string | null
  aggregates: Record<string, Aggregate>
  /** The exact number was asked for. */
  isCounted: boolean
}

// Stands in where a list has none, for a query that is never sent.
const unasked: AnyRoute = { method: 'GET', path: '', summary: '', permission: 'signedIn', answer: 'none' }

/** Counts and values over everything that the list's filter matches, where anything of them is shown. */
export function useListSummary({ route, filter, q, groupBy, aggregates, isCounted }: AskSummary) {
  const asked = aggregatesText(aggregates)
  const { data, error, isFetching, refetch } = useRoute(
    route ?? unasked,
    {
      query: {
        ...(filter ? { filter: JSON.stringify(filter) } : {}),
        ...(q ? { q } : {}),
        ...(groupBy ? { by: groupBy } : {}),
        ...(asked ? { aggregates: asked } : {}),
      },
    } as never,
    {
      enabled: route !== undefined && (groupBy !== null || asked !== '' || isCounted),
      keepPrevious: true,
    },
  )
  return { summary: data as ListSummary | undefined, error, isFetching, refetch }
}

interface Words {
  t: DataTexts
  format: Format
  locale: 'fa' | 'en'
}

export interface SummaryWords {
  /** «جمع: ۱۲٬۰۰۰» */
  aggregate: (field: string, how: Aggregate, value: string | null) => string
  group: (by: string, key: string | null) => string
}

/** What values of fields, aggregates and groups are called; `filterable` knows the options of fields. */
export function useSummaryWords(
  fields: Readonly<Record<string, ListField>>,
): (filterable: readonly FilterField[]) => SummaryWords {
  const t = useDataTexts()
  const format = useFormat()
  const { locale } = useUi()
  const words: Words = { t, format, locale }
  return (filterable) => ({
    aggregate: (field, how, value) =>
      `${t.aggregates[how]}: ${value === null ? '—' : valueText(fields[field], how, value, words)}`,
    group: (by, key) => {
      if (key === null) return t.noValue
      const { field, unit } = groupingOf(by, fields)
      if (unit) return unitText(unit, key, words)
      const known = filterable.find((one) => one.key === field)
      if (known?.type === 'boolean') return key === 'true' ? t.yes : t.no
      return known?.options?.find(({ value }) => value === key)?.label ?? known?.nameOf?.(key) ?? key
    },
  })
}

/** `owner,createdAt.month` → what is grouped by, and what within that: at most two. */
export const groupingsOf = (by: string | null): string[] => by?.split(',').slice(0, 2) ?? []

/** `createdAt.month` → the field and the unit; a time without one is grouped by months. */
export function groupingOf(
  by: string,
  fields: Readonly<Record<string, ListField>>,
): { field: string; unit: TimeUnit | null } {
  const at = by.lastIndexOf('.')
  const field = fields[by] ? by : by.slice(0, at)
  const type = fields[field]?.type
  if (type !== 'date' && type !== 'instant') return { field, unit: null }
  return { field, unit: field === by ? 'month' : (by.slice(at + 1) as TimeUnit) }
}

function valueText(field: ListField | undefined, how: Aggregate, value: string, { format }: Words): string {
  const isValue = how === 'sum' || how === 'avg' || how === 'min' || how === 'max'
  if (!isValue) return format.number(value)
  switch (field?.type) {
    case 'money':
      // An average may have a part of a Rial, which nobody pays.
      return format.money(value.replace(/\..*$/, ''))
    case 'date':
      return format.date(value)
    case 'instant':
      return format.dateTime(value, 'short')
    default:
      return format.number(value.includes('.') ? value.replace(/\.?0+$/, '') : value)
  }
}

/** Groups of times are Jalali in every language. */
function unitText(unit: TimeUnit, day: string, { t, format, locale }: Words): string {
  const { year, month } = toJalali(day)
  switch (unit) {
    case 'day':
      return format.date(day)
    case 'week':
      return t.weekOf(format.date(day))
    case 'month':
      return formatMonth(day, { locale, calendar: 'jalali' })
    case 'season':
      return `${seasonNames(locale)[seasonOfMonth(month) - 1]} ${format.digits(year)}`
    case 'year':
      return format.digits(year)
  }
}
