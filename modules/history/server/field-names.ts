import { teamsByIds, usersByIds } from '@peyvand/identity/server'
import { allCustomFields, type Ctx } from '@peyvand/platform/server'
import type { HistorySource, NamesOf } from './history-source.ts'

/** How values of a record's fields are told: names in place of ids. */
export interface FieldNames {
  /** Names of the firm's own fields; null for all others. */
  labelOf(field: string): string | null
  /** The same values with names in place of ids. */
  named<T extends { field: string }>(rows: readonly T[], keys: readonly (keyof T)[]): Promise<T[]>
}

/** Looks up each field's names at once for all rows that are shown. */
export async function fieldNames(ctx: Ctx, source: HistorySource): Promise<FieldNames> {
  const own = await allCustomFields(ctx, source.record)
  const labels = new Map<string, string>()
  const lookups = new Map<string, NamesOf>(Object.entries(source.names))
  for (const { key, type, labelFa, labelEn, options } of own) {
    const field = `custom.${key}`
    labels.set(field, ctx.locale === 'fa' ? labelFa : labelEn)
    if (type === 'user') lookups.set(field, usersByIds)
    else if (type === 'team') lookups.set(field, teamsByIds)
    else if (type === 'party' && source.partyNames) lookups.set(field, source.partyNames)
    else if (options.length > 0) {
      const byValue = new Map(
        options.map((option) => [
          option.value,
          { name: ctx.locale === 'fa' ? option.labelFa : option.labelEn },
        ]),
      )
      lookups.set(field, async () => byValue)
    }
  }
  return {
    labelOf: (field) => labels.get(field) ?? null,
    named: async (rows, keys) => {
      const names = new Map<string, ReadonlyMap<string, { name: string }>>()
      for (const field of new Set(rows.map((row) => row.field))) {
        const lookup = lookups.get(field)
        if (!lookup) continue
        const ids = rows.flatMap((row) => (row.field === field ? keys.flatMap((key) => idsIn(row[key])) : []))
        if (ids.length > 0) names.set(field, await lookup(ctx, [...new Set(ids)]))
      }
      return rows.map((row) => {
        const known = names.get(row.field)
        if (!known) return row
        return { ...row, ...Object.fromEntries(keys.map((key) => [key, withNames(row[key], known)])) }
      })
    },
  }
}

const idsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(idsIn) : []

const withNames = (value: unknown, names: ReadonlyMap<string, { name: string }>): unknown =>
  typeof value === 'string'
    ? (names.get(value)?.name ?? value)
    : Array.isArray(value)
      ? value.map((part) => withNames(part, names))
      : value
