import { teamsByIds, usersByIds } from '@peyvand/identity/server'
import { type CustomField, Id } from '@peyvand/platform/contract'
import { allCustomFields, type Ctx } from '@peyvand/platform/server'
import type { HistorySource, NamesOf } from './history-source.ts'

type Names = ReadonlyMap<string, { name: string }>

/** How values of a record's fields are told: names in place of ids. */
interface FieldNames {
  /** Names of the firm's own fields; null for all others. */
  labelOf(field: string): string | null
  /** The same rows with names in place of ids under these keys. */
  named<T extends { field: string }>(rows: readonly T[], keys: readonly (keyof T)[]): Promise<T[]>
}

/** Looks up each field's names at once for all rows that are shown. */
export async function fieldNames(ctx: Ctx, source: HistorySource): Promise<FieldNames> {
  const own = await allCustomFields(ctx, source.ownFields ?? source.record)
  const labels = new Map(
    own.map(({ key, labelFa, labelEn }) => [`custom.${key}`, ctx.locale === 'fa' ? labelFa : labelEn]),
  )
  const lookups = new Map<string, NamesOf>([
    ...Object.entries(source.names),
    ...own.flatMap((field) => {
      const lookup = lookupOf(ctx, source, field)
      return lookup ? [[`custom.${field.key}`, lookup] as const] : []
    }),
  ])
  return {
    labelOf: (field) => labels.get(field) ?? null,
    named: async (rows, keys) => {
      const names = new Map<string, Names>()
      for (const [field, lookup] of lookups) {
        const given = rows.filter((row) => row.field === field)
        const values = given.flatMap((row) => keys.flatMap((key) => textsIn(row[key])))
        if (values.length > 0) names.set(field, await lookup(ctx, [...new Set(values)]))
      }
      return rows.map((row) => {
        const known = names.get(row.field)
        if (!known) return row
        return { ...row, ...Object.fromEntries(keys.map((key) => [key, withNames(row[key], known)])) }
      })
    },
  }
}

function lookupOf(
  ctx: Ctx,
  { partyNames }: HistorySource,
  { type, options }: CustomField,
): NamesOf | undefined {
  if (type === 'user') return byIds(usersByIds)
  if (type === 'team') return byIds(teamsByIds)
  if (type === 'party') return partyNames
  if (options.length === 0) return undefined
  const names = new Map(
    options.map(({ value, labelFa, labelEn }) => [value, { name: ctx.locale === 'fa' ? labelFa : labelEn }]),
  )
  return () => Promise.resolve(names)
}

/** For lookups that take ids alone: what the log tells by name already is left out. */
export const byIds =
  (lookup: NamesOf): NamesOf =>
  async (ctx, values) => {
    const ids = values.filter((value) => Id.safeParse(value).success)
    return ids.length > 0 ? lookup(ctx, ids) : new Map()
  }

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(textsIn) : []

const withNames = (value: unknown, names: Names): unknown =>
  typeof value === 'string'
    ? (names.get(value)?.name ?? value)
    : Array.isArray(value)
      ? value.map((part) => withNames(part, names))
      : value
